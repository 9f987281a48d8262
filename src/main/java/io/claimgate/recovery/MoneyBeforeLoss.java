package io.claimgate.recovery;

import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.PaymentFacts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a buyer's money reduces the loss: what came before recoveries began. The rest is shared (money.md). */
public final class MoneyBeforeLoss {

    private MoneyBeforeLoss() {}

    /** @param from null: nothing is a recovery yet */
    public static List<PaymentFacts> of(ExposureFacts facts, @Nullable LocalDate from) {
        return facts.payments().stream()
                .filter(payment -> payment.reversalOf() != null
                        || from == null
                        || payment.paidOn().isBefore(from))
                .toList();
    }

    /** The same facts with no other money than that. */
    public static ExposureFacts in(ExposureFacts facts, @Nullable LocalDate from) {
        return facts.with(facts.receivables(), of(facts, from));
    }
}
