package io.claimgate.app.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerAddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            tcp://localhost:61616                                                   | true
            tcp://127.0.0.1:61616                                                   | true
            tcp://[::1]:61616                                                       | true
            tcp://10.0.0.5:61616                                                    | false
            tcp://127.0.0.1.example:61616                                           | false
            tcp://broker:61616?sslEnabled=false                                     | false
            tcp://broker:61617?sslEnabled=true                                      | true
            tcp://broker:61617?enabledProtocols=TLSv1.2,TLSv1.3&sslEnabled=true     | true
            tcp://broker:61617?xsslEnabled=true                                     | false
            tcp://broker:61617?sslEnabled=true&trustAll=true                        | false
            tcp://broker:61617?sslEnabled=true&verifyHost=false                     | false
            (tcp://a:1,tcp://b:2)?sslEnabled=true                                   | true
            (tcp://a:1?sslEnabled=true,tcp://b:2)                                   | false
            (tcp://a:1?sslEnabled=true,tcp://localhost:2)?ha=true                   | true
            """)
    void each_broker_is_on_this_machine_or_behind_tls(String url, boolean safe) {
        // When
        List<BrokerAddress> addresses = BrokerAddress.all(url);
        // Then
        assertThat(addresses).isNotEmpty();
        assertThat(addresses.stream().allMatch(address -> address.fault().isEmpty()))
                .isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({"''", "vm://0", "tcp://?sslEnabled=true"})
    void an_address_without_a_host_names_none(String url) {
        // When
        List<BrokerAddress> addresses = BrokerAddress.all(url);
        // Then
        assertThat(addresses).isEmpty();
    }
}
