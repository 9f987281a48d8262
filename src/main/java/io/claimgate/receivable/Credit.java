package io.claimgate.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What reduces the oldest debt from a day on: a payment, an untied credit note, or what a tied one has left over.
 *
 * @param payment receivables and credit notes count before payments on one day
 */
record Credit(LocalDate on, boolean payment, long id, String currency, BigDecimal amount) {

    static final Comparator<Credit> IN_TIME =
            Comparator.comparing(Credit::on).thenComparing(Credit::payment).thenComparingLong(Credit::id);

    /** The same with what of it is left. */
    Credit left(BigDecimal rest) {
        return new Credit(on, payment, id, currency, rest);
    }
}
