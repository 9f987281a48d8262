package io.claimgate.flow.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Databases;
import io.claimgate.support.Stores;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds on supply, from a cover stop to the file that the ERP takes. */
class StopSupplyTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 5, 31);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    Path folder;

    private Desk desk(Databases database) {
        Desk desk = new Desk(new Stores(database), folder);
        desk.claim("K-1", 1, 1);
        desk.identifier(1, "acme", "C-1");
        desk.identifier(1, "acme", "C-1b");
        desk.identifier(1, "highradius", "0140105686");
        return desk;
    }

    private static Holds.Subject subject(long exposure, long buyer) {
        return new Holds.Subject(exposure, "ACME-FR", buyer);
    }

    private static void stop(Desk desk, Holds.Subject subject) {
        desk.stores.transactions.executeWithoutResult(status -> desk.supply.stopped(subject, SINCE, "ACME-2026"));
    }

    private static void restore(Desk desk, Holds.Subject subject) {
        desk.stores.transactions.executeWithoutResult(status -> desk.supply.restored(subject, PARIS));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_erp_is_told_of_all_its_customer_numbers_and_again_when_cover_is_back(Databases database) {
        // Given
        Desk desk = desk(database);

        // When
        stop(desk, subject(1, 1));
        desk.run();
        List<String> names = desk.out("acme");
        List<String> stopped = desk.collect("acme");
        restore(desk, subject(1, 1));
        desk.run();

        // Then
        assertThat(names).singleElement().asString().matches("holds_\\d{8}T\\d{9}\\.csv");
        assertThat(stopped)
                .containsExactly("buyerId,hold,reason,since\r\n"
                        + "C-1,true,cover stopped under ACME-2026: deliveries are not insured,2026-05-31\r\n"
                        + "C-1b,true,cover stopped under ACME-2026: deliveries are not insured,2026-05-31\r\n");
        assertThat(desk.collect("acme"))
                .containsExactly("buyerId,hold,reason,since\r\n"
                        + "C-1,false,cover restored: deliveries are insured again,2026-06-01\r\n"
                        + "C-1b,false,cover restored: deliveries are insured again,2026-06-01\r\n");
        assertThat(desk.out("highradius")).hasSize(2);
        assertThat(desk.tasks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_buyer_is_free_when_his_last_exposure_is(Databases database) {
        // Given
        Desk desk = desk(database);
        desk.sql(
                "insert into exposure (id, contract, creditor, buyer_id, policy, currency) values (7, 'B', 'ACME-FR', 1, 'B-1', 'EUR')");
        stop(desk, subject(1, 1));
        stop(desk, subject(7, 1));
        desk.run();
        desk.collect("acme");

        // When
        restore(desk, subject(1, 1));
        desk.run();
        List<String> first = desk.collect("acme");
        restore(desk, subject(7, 1));
        desk.run();

        // Then
        assertThat(first).isEmpty();
        assertThat(desk.collect("acme")).singleElement().asString().contains("C-1,false", "C-1b,false");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_stop_that_was_lifted_before_anybody_was_told_is_not_told(Databases database) {
        // Given
        Desk desk = desk(database);
        stop(desk, subject(1, 1));
        stop(desk, subject(1, 1));
        restore(desk, subject(1, 1));

        // When
        desk.run();

        // Then
        assertThat(desk.out("acme")).isEmpty();
        assertThat(desk.tasks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_files_of_one_moment_have_two_names(Databases database) {
        // Given
        Desk desk = desk(database);
        stop(desk, subject(1, 1));
        desk.run();

        // When
        restore(desk, subject(1, 1));
        desk.run();

        // Then
        assertThat(desk.out("acme")).hasSize(2);
        assertThat(desk.texts("select concat(state, ' ', items) from out_batch where source = 'acme' order by id"))
                .containsExactly("WRITTEN 2", "WRITTEN 2");
    }
}
