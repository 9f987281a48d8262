package io.claimgate.operations;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many running clocks of one exposure, {@code k0} closing first. */
final class MassDeadlines {

    private MassDeadlines() {}

    /** Returns the exposure. */
    static long insert(JdbcClient jdbc, String creditor, int count) {
        Fixture put = new Fixture(jdbc);
        LocalDate first = Fixture.TODAY.plusDays(1);
        long file = put.file(creditor, "mass.csv", "ANSWERED", "ACCEPTED");
        long buyer = put.buyer(creditor, "M1", "Grand Magasin");
        long exposure = put.exposure(creditor, buyer, "EUR", "100.00");
        long receivable =
                put.receivable(creditor, file, buyer, exposure, "M-1", first.minusDays(90), "EUR", "100.00", "OVERDUE");
        for (int i = 0; i < count; i++) {
            put.deadline(exposure, creditor, receivable, "k" + i, first.plusDays(i), "OPEN", "EUR", "100.00");
        }
        return exposure;
    }
}
