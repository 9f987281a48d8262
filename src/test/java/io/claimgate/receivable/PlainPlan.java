package io.claimgate.receivable;

import java.util.ArrayList;
import java.util.List;

/** The oracle's plan of payments: at every promised day it counts the cents that came since the plan was agreed. */
final class PlainPlan {

    private PlainPlan() {}

    /** The day after the first promise of the newest plan that was not kept; null: all were, or there is no plan. */
    static PlainDay brokenOn(ReceivableFacts debt, List<EventFacts> events, ExposureFacts facts) {
        PlainDay agreed = null;
        for (EventFacts event : events) {
            PlainDay day = PlainDay.of(event.date());
            agreed = promises(event) && (agreed == null || agreed.before(day)) ? day : agreed;
        }
        List<PlainDay> promised = new ArrayList<>();
        for (EventFacts event : events) {
            if (promises(event) && PlainDay.of(event.date()).equals(agreed)) {
                promised.add(PlainDay.of(event.newDueDate()));
            }
        }
        promised.sort(null);
        for (PlainDay day : promised) {
            long many = promised.stream().filter(other -> !day.before(other)).count();
            long wanted = PlainBooks.cents(debt.gross()) / promised.size() * many;
            if (came(debt.currency(), agreed, day, facts) < wanted) {
                return day.next();
            }
        }
        return null;
    }

    private static boolean promises(EventFacts event) {
        return event.kind() == EventKind.PAYMENT_PLAN && event.newDueDate() != null;
    }

    private static long came(String currency, PlainDay from, PlainDay to, ExposureFacts facts) {
        long cents = 0;
        for (PaymentFacts payment : facts.payments()) {
            PlainDay day = PlainDay.of(payment.paidOn());
            if (payment.reversalOf() == null
                    && payment.currency().equals(currency)
                    && !day.before(from)
                    && !to.before(day)) {
                cents += Math.max(0, PlainBooks.cents(payment.amount()) - PlainBooks.cameBack(payment, facts, null));
            }
        }
        return cents;
    }
}
