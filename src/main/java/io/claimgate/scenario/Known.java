package io.claimgate.scenario;

import io.claimgate.receivable.EventFacts;
import io.claimgate.receivable.ReceivableFacts;
import java.time.LocalDate;
import java.util.List;

/** What of a scenario had happened by a day. */
final class Known {

    private Known() {}

    static Scenario by(Scenario scenario, LocalDate day) {
        return new Scenario(
                day,
                scenario.receivables().stream()
                        .filter(receivable -> by(receivable, day))
                        .toList(),
                scenario.payments().stream()
                        .filter(payment -> !payment.paidOn().isAfter(day))
                        .toList(),
                scenario.events().stream().filter(event -> by(event, day)).toList(),
                scenario.limits(),
                null,
                List.of(),
                List.of(),
                scenario.rates(),
                scenario.buyerCountry());
    }

    private static boolean by(ReceivableFacts receivable, LocalDate day) {
        return !receivable.issueDate().isAfter(day);
    }

    private static boolean by(EventFacts event, LocalDate day) {
        return !event.date().isAfter(day);
    }
}
