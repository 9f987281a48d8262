package io.claimgate.operations.scenario;

import io.claimgate.money.FxRate;
import io.claimgate.receivable.EventFacts;
import io.claimgate.receivable.EventKind;
import io.claimgate.receivable.LimitFacts;
import io.claimgate.receivable.PaymentFacts;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.scenario.Scenario;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the facts of the rules from the words of a scenario. One use each. */
final class ScenarioFacts {

    private static final LocalDate HARMLESS = LocalDate.EPOCH;
    private static final String CREDIT_NOTE = "381";

    private final ScenarioBody body;
    private final String currency;
    private final Told told = new Told();
    private final Map<Long, String> labels = new LinkedHashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<ReceivableFacts> receivables = new ArrayList<>();
    private final List<EventFacts> events = new ArrayList<>();
    private final List<Scenario.Collected> recoveries = new ArrayList<>();
    private Scenario.@Nullable Declared declared;

    ScenarioFacts(ScenarioBody body, String currency) {
        this.body = body;
        this.currency = currency;
    }

    ScenarioReader.Read read() {
        invoices(told.needed(body.invoices(), "invoices", List.of()));
        creditNotes(all(body.creditNotes()));
        List<PaymentFacts> payments = payments(all(body.payments()));
        List<ScenarioBody.Event> happened = all(body.events());
        for (int i = 0; i < happened.size(); i++) {
            event(happened.get(i), "events[" + i + "]");
        }
        Scenario scenario = new Scenario(
                body.asOf(),
                receivables,
                payments,
                events,
                limits(),
                declared,
                all(body.deliveries()),
                recoveries,
                rates(all(body.rates())),
                body.buyer() == null ? null : body.buyer().country());
        return new ScenarioReader.Read(told.problems.isEmpty() ? scenario : null, labels, told.problems);
    }

    private void invoices(List<ScenarioBody.Invoice> invoices) {
        if (invoices.size() > ScenarioReader.MOST_INVOICES) {
            told.fault("invoices", String.valueOf(invoices.size()), "write at most " + ScenarioReader.MOST_INVOICES);
            return;
        }
        if (invoices.isEmpty() && body.invoices() != null) {
            told.fault("invoices", null, "give at least one");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < invoices.size(); i++) {
            String place = "invoices[" + i + "]";
            ReceivableFacts facts = invoice(invoices.get(i), place);
            String label = facts.invoiceNumber() + (facts.instalment() == 1 ? "" : "/" + facts.instalment());
            if (!seen.add(label)) {
                told.fault(place + ".number", label, "stands twice; give each instalment its own number");
            }
            labels.put(facts.id(), label);
            numbers.add(facts.invoiceNumber());
            receivables.add(facts);
        }
    }

    private ReceivableFacts invoice(ScenarioBody.Invoice invoice, String place) {
        String own = told.currency(invoice.currency(), place + ".currency", currency);
        LocalDate due = told.needed(invoice.dueDate(), place + ".dueDate", HARMLESS);
        BigDecimal gross = told.positive(invoice.gross(), place + ".gross", own);
        return new ReceivableFacts(
                receivables.size() + 1L,
                told.needed(invoice.number(), place + ".number", "?"),
                Objects.requireNonNullElse(invoice.instalment(), 1),
                Objects.requireNonNullElse(invoice.type(), "380"),
                told.needed(invoice.issueDate(), place + ".issueDate", HARMLESS),
                due,
                invoice.extendedDueDate(),
                invoice.deliveryDate(),
                own,
                gross,
                invoice.net() == null ? null : told.positive(invoice.net(), place + ".net", own),
                told.amountOrZero(invoice.disputed(), place + ".disputed", own),
                null,
                false,
                null);
    }

    private void creditNotes(List<ScenarioBody.CreditNote> notes) {
        for (int i = 0; i < notes.size(); i++) {
            ScenarioBody.CreditNote note = notes.get(i);
            String place = "creditNotes[" + i + "]";
            String own = told.currency(note.currency(), place + ".currency", currency);
            BigDecimal amount =
                    told.amount(note.amount(), place + ".amount", own).abs();
            known(note.invoice(), place + ".invoice");
            receivables.add(new ReceivableFacts(
                    receivables.size() + 1L,
                    "creditNotes[" + i + "]",
                    1,
                    CREDIT_NOTE,
                    told.needed(note.date(), place + ".date", HARMLESS),
                    null,
                    null,
                    null,
                    own,
                    amount,
                    null,
                    BigDecimal.ZERO,
                    note.invoice(),
                    false,
                    null));
        }
    }

    private List<PaymentFacts> payments(List<ScenarioBody.Payment> payments) {
        List<PaymentFacts> facts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < payments.size(); i++) {
            ScenarioBody.Payment payment = payments.get(i);
            String place = "payments[" + i + "]";
            String own = told.currency(payment.currency(), place + ".currency", currency);
            String id = Objects.requireNonNullElse(payment.id(), place);
            known(payment.invoice(), place + ".invoice");
            if (!ids.add(id)) {
                told.fault(place + ".id", id, "stands twice; give each payment its own");
            }
            facts.add(new PaymentFacts(
                    i + 1L,
                    id,
                    told.needed(payment.date(), place + ".date", HARMLESS),
                    told.amount(payment.amount(), place + ".amount", own),
                    own,
                    payment.invoice(),
                    payment.instalment(),
                    payment.reversalOf(),
                    false));
        }
        for (int i = 0; i < facts.size(); i++) {
            String reversed = facts.get(i).reversalOf();
            if (reversed != null && !ids.contains(reversed)) {
                told.fault("payments[" + i + "].reversalOf", reversed, "is the id of no payment here");
            }
        }
        return facts;
    }

    private List<LimitFacts> limits() {
        List<ScenarioBody.Limit> limits = new ArrayList<>(all(body.limits()));
        if (body.limit() != null) {
            limits.add(body.limit());
        }
        List<LimitFacts> facts = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            ScenarioBody.Limit limit = limits.get(i);
            String place = limit == body.limit() ? "limit" : "limits[" + i + "]";
            String own = told.currency(limit.currency(), place + ".currency", currency);
            LimitFacts.Type type = limit.type() == null
                    ? LimitFacts.Type.NAMED
                    : told.word(limit.type(), place + ".type", LimitFacts.Type.class);
            LocalDate withdrawn = limit.withdrawnEffective();
            facts.add(new LimitFacts(
                    Objects.requireNonNullElse(type, LimitFacts.Type.NAMED),
                    limit.amount() == null ? null : told.positive(limit.amount(), place + ".amount", own),
                    own,
                    Objects.requireNonNullElse(limit.from(), LocalDate.MIN),
                    withdrawn == null ? limit.to() : withdrawn.minusDays(1)));
        }
        return facts;
    }

    private List<FxRate> rates(List<ScenarioBody.Rate> rates) {
        List<FxRate> facts = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            ScenarioBody.Rate rate = rates.get(i);
            String place = "rates[" + i + "]";
            LocalDate date = told.needed(rate.date(), place + ".date", HARMLESS);
            String from = told.currency(told.needed(rate.from(), place + ".from", currency), place + ".from", currency);
            String to = told.currency(told.needed(rate.to(), place + ".to", currency), place + ".to", currency);
            BigDecimal value = told.needed(rate.rate(), place + ".rate", BigDecimal.ONE);
            if (from.equals(to)) {
                told.fault(place + ".to", to, "is the currency that it is from; write the other one");
            } else if (value.signum() <= 0 || value.precision() - value.scale() > 12 || value.scale() > 12) {
                told.fault(
                        place + ".rate", value.toString(), "is no rate; write how many " + to + " one " + from + " is");
            } else {
                facts.add(new FxRate(date, from, to, value));
            }
        }
        return facts;
    }

    private void event(ScenarioBody.Event event, String place) {
        String kind = told.needed(event.kind(), place + ".kind", "");
        switch (kind) {
            case "" -> {}
            case "DECLARED" -> declared = declared(told.needed(event.date(), place + ".date", "1970-01-01"), place);
            case "RECOVERY" ->
                recoveries.add(new Scenario.Collected(
                        day(event.date(), place),
                        told.positive(event.amount(), place + ".amount", currency),
                        told.amountOrZero(event.cost(), place + ".cost", currency)));
            default -> fact(event, place);
        }
    }

    private void fact(ScenarioBody.Event event, String place) {
        EventKind kind = told.word(event.kind(), place + ".kind", EventKind.class);
        if (kind == null) {
            return;
        }
        LocalDate date = day(event.date(), place);
        BigDecimal amount = event.amount() == null ? null : told.amount(event.amount(), place + ".amount", currency);
        if (event.invoice() == null) {
            events.add(fact(kind, date, event, null, amount));
            return;
        }
        List<ReceivableFacts> about = receivables.stream()
                .filter(receivable ->
                        receivable.isDebt() && receivable.invoiceNumber().equals(event.invoice()))
                .toList();
        known(event.invoice(), place + ".invoice");
        about.forEach(receivable -> events.add(fact(kind, date, event, receivable.id(), amount)));
    }

    private static EventFacts fact(
            EventKind kind,
            LocalDate date,
            ScenarioBody.Event event,
            @Nullable Long receivable,
            @Nullable BigDecimal amount) {
        return new EventFacts(
                kind,
                date,
                event.awareOn(),
                event.publishedOn(),
                Objects.requireNonNullElse(event.recordedOn(), date),
                receivable,
                event.newDueDate(),
                amount);
    }

    private Scenario.Declared declared(String date, String place) {
        if (date.indexOf('T') < 0) {
            return new Scenario.Declared(day(date, place), null);
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(date);
            if (SaneDate.parse(at.toLocalDate().toString()) != null) {
                return new Scenario.Declared(null, at.toInstant());
            }
        } catch (DateTimeException e) {
            // Told below, like a day that is out of all reach.
        }
        told.fault(place + ".date", date, "is no instant; write 2026-05-29T22:30:00Z, or a day");
        return new Scenario.Declared(HARMLESS, null);
    }

    private LocalDate day(@Nullable String date, String place) {
        String text = told.needed(date, place + ".date", "1970-01-01");
        LocalDate day = SaneDate.parse(text);
        if (day == null) {
            told.fault(place + ".date", text, "is no " + SaneDate.WANTED);
            return HARMLESS;
        }
        return day;
    }

    private void known(@Nullable String invoice, String place) {
        if (invoice != null && !numbers.contains(invoice)) {
            told.fault(place, invoice, "is the number of no invoice here");
        }
    }

    private static <T> List<T> all(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
