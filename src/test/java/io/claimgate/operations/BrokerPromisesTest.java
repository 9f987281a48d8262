package io.claimgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.problem.Problem;
import io.claimgate.support.ExternalBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real broker, asked over TLS by a user who may do no more than it must. */
class BrokerPromisesTest {

    private static final String MAKE_DEAD =
            "<auto-create-dead-letter-resources>true</auto-create-dead-letter-resources>";

    @TempDir
    Path folder;

    @Test
    void the_broker_that_is_shipped_keeps_what_nobody_takes() {
        // Given
        try (ExternalBroker broker = ExternalBroker.in(folder).start()) {
            // When
            List<Problem> faults = new BrokerPromises(broker.connections(), EventPublisher.TOPIC).faults();
            // Then
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource(delimiter = '|', textBlock = """
            <dead-letter-address>DLQ</dead-letter-address>                              | OPS-008 broker, address claimgate.events, dead-letter-address "": the broker would delete
            <expiry-address>ExpiryQueue</expiry-address>                                | OPS-008 broker, address claimgate.events, expiry-address "": the broker would delete
            <auto-create-dead-letter-resources>true</auto-create-dead-letter-resources> | OPS-008 broker, address claimgate.events, dead-letter-address "DLQ": has no queue
            <permission type="manage" roles="amq"/>                                     | OPS-008 broker, security-setting activemq.management.#: our user may not ask what its addresses keep
            """)
    void a_broker_with_less_is_a_fault(String missing, String sentence) throws IOException {
        // Given
        String shipped = Files.readString(ExternalBroker.SHIPPED);
        Path poorer = Files.writeString(folder.resolve("broker.xml"), shipped.replace(missing, ""));
        try (ExternalBroker broker = ExternalBroker.in(folder, poorer).start()) {
            // When
            List<Problem> faults = new BrokerPromises(broker.connections(), EventPublisher.TOPIC).faults();
            // Then
            assertThat(shipped).contains(missing);
            assertThat(faults)
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.sentence()).startsWith(sentence));
        }
    }

    @Test
    void a_dead_letter_address_with_a_queue_of_its_own_is_enough() throws IOException {
        // Given
        String byHand = Files.readString(ExternalBroker.SHIPPED)
                .replace(MAKE_DEAD, "")
                .replace(
                        "<addresses>",
                        "<addresses><address name=\"DLQ\"><anycast><queue name=\"DLQ\"/></anycast></address>");
        Path file = Files.writeString(folder.resolve("broker.xml"), byHand);
        try (ExternalBroker broker = ExternalBroker.in(folder, file).start()) {
            // When
            List<Problem> faults = new BrokerPromises(broker.connections(), EventPublisher.TOPIC).faults();
            // Then
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void a_broker_that_is_down_is_away_and_no_fault() {
        // Given
        ExternalBroker broker = ExternalBroker.in(folder);
        // Then
        assertThatThrownBy(() -> new BrokerPromises(broker.connections(), EventPublisher.TOPIC).faults())
                .isInstanceOf(BrokerPromises.Away.class);
    }
}
