package io.claimgate.recovery;

import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.money.FxRate;
import io.claimgate.money.FxRates;
import io.claimgate.policy.Contract;
import io.claimgate.policy.Policy;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.EventFacts;
import io.claimgate.receivable.EventKind;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposureRules;
import io.claimgate.receivable.LimitFacts;
import io.claimgate.receivable.PaymentFacts;
import io.claimgate.receivable.PaymentsMode;
import io.claimgate.receivable.PolicyMoney;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.recovery.InsurerResult.Settlement;
import io.claimgate.recovery.InsurerResult.SettlementKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A buyer's loss as a person tells it, computed by the real rules from the exposure's facts. */
final class LossCase {

    private static final JollydayCalendars HOLIDAYS = new JollydayCalendars();
    private static final Instant LATE = Instant.parse("2026-12-31T12:00:00Z");

    private final Policy policy;
    private final Map<String, ReceivableFacts> receivables = new LinkedHashMap<>();
    private final List<PaymentFacts> payments = new ArrayList<>();
    private final List<EventFacts> events = new ArrayList<>();
    private final List<LimitFacts> limits = new ArrayList<>();
    private final List<Counted> told = new ArrayList<>();
    private final List<FxRate> rates = new ArrayList<>();
    private final Set<Long> lateNotes = new HashSet<>();
    private @Nullable LocalDate declaredOn;
    private boolean refused;
    private boolean closed;

    private LossCase(Policy policy) {
        this.policy = policy;
    }

    /** Terms of a policy; a line replaces the neutral one of the same key. */
    static LossCase under(String... lines) {
        Map<String, String> text = new LinkedHashMap<>();
        for (String line : new String[] {
            "policy: P",
            "insurer: sandbox",
            "creditors: [C]",
            "currency: EUR",
            "zone: Europe/Paris",
            "calendar: FR",
            "valid: {from: 2000-01-01}",
            "cover: {insuredPercentage: 90, basis: gross, withoutLimit: covered}",
            "declare: automatic",
            "automaticPerDay: unlimited",
            "deadlines: {declaration: {closes: {anchor: ORIGINAL_DUE_DATE, period: P90D}}}"
        }) {
            text.put(line.substring(0, line.indexOf(':')), line);
        }
        for (String line : lines) {
            text.put(line.substring(0, line.indexOf(':')), line);
        }
        PolicyFiles.Result read = new PolicyFiles(HOLIDAYS)
                .read(List.of(new PolicyFiles.Source("P.yaml", String.join("\n", text.values()) + "\n")));
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        return new LossCase(read.policies().get(0));
    }

    LossCase limit(String amount, String from) {
        return limit(amount, from, null);
    }

    LossCase limit(String amount, String from, @Nullable String to) {
        return limit(amount, "EUR", from, to);
    }

    LossCase limit(String amount, String currency, String from, @Nullable String to) {
        limits.add(new LimitFacts(
                LimitFacts.Type.NAMED,
                new BigDecimal(amount),
                currency,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to)));
        return this;
    }

    LossCase invoice(String number, String gross) {
        return invoice(number, gross, null, "2026-01-10", "0");
    }

    LossCase invoice(String number, String gross, @Nullable String net, String delivered, String disputed) {
        return invoice(number, gross, net, "EUR", delivered, delivered, disputed);
    }

    LossCase invoice(
            String number,
            String gross,
            @Nullable String net,
            String currency,
            String issued,
            String delivered,
            String disputed) {
        LocalDate day = LocalDate.parse(issued);
        receivables.put(
                number,
                new ReceivableFacts(
                        receivables.size() + 1L,
                        number,
                        1,
                        "380",
                        day,
                        day.plusDays(30),
                        null,
                        LocalDate.parse(delivered),
                        currency,
                        new BigDecimal(gross),
                        net == null ? null : new BigDecimal(net),
                        new BigDecimal(disputed),
                        null,
                        false,
                        null));
        return this;
    }

    /** A credit note that nobody knew of when the insurer paid. */
    LossCase lateNote(String number, String gross, String issued, String preceding) {
        long id = receivables.size() + 1L;
        receivables.put(
                number,
                new ReceivableFacts(
                        id,
                        number,
                        1,
                        "381",
                        LocalDate.parse(issued),
                        null,
                        null,
                        null,
                        "EUR",
                        new BigDecimal(gross),
                        null,
                        BigDecimal.ZERO,
                        preceding,
                        false,
                        null));
        lateNotes.add(id);
        return this;
    }

    /** One unit was worth so many of the other. */
    LossCase rate(String on, String from, String to, String rate) {
        rates.add(new FxRate(LocalDate.parse(on), from, to, new BigDecimal(rate)));
        return this;
    }

    LossCase payment(String on, String amount) {
        return payment(on, amount, "EUR");
    }

    LossCase payment(String on, String amount, String currency) {
        long id = payments.size() + 1L;
        payments.add(new PaymentFacts(
                id, "p" + id, LocalDate.parse(on), new BigDecimal(amount), currency, null, null, null, false));
        return this;
    }

    LossCase declared(String on) {
        declaredOn = LocalDate.parse(on);
        return this;
    }

    LossCase dateOfLoss(String on) {
        LocalDate day = LocalDate.parse(on);
        events.add(new EventFacts(EventKind.DATE_OF_LOSS, day, null, null, day, null, null, null));
        return this;
    }

    LossCase told(SettlementKind kind, String id, String on, String amount) {
        return told(kind, id, on, amount, null, null);
    }

    LossCase told(
            SettlementKind kind,
            String id,
            String on,
            String amount,
            @Nullable String costs,
            @Nullable String insurerShare) {
        told.add(new Counted(
                told.size() + 1L,
                "sandbox",
                new Settlement(
                        "m-" + id,
                        id,
                        kind,
                        new BigDecimal(amount),
                        "EUR",
                        costs == null ? null : new BigDecimal(costs),
                        LocalDate.parse(on),
                        insurerShare == null ? null : new BigDecimal(insurerShare),
                        null,
                        "ref " + id)));
        return this;
    }

    LossCase refused() {
        refused = true;
        return this;
    }

    LossCase closed() {
        closed = true;
        return this;
    }

    LossFigures figures() {
        return new LossAssessment(new ExposureRules(HOLIDAYS), Contract.of(policy), policy)
                .figures(facts(), new LossAssessment.Known(claimed(), told, lateNotes), LATE);
    }

    /** The loss as the policy computes it, with whatever was paid taken off. */
    Loss loss() {
        ExposureRules rules = new ExposureRules(HOLIDAYS);
        Contract contract = Contract.of(policy);
        return new LossComputation(policy.cover(), policy.loss(), "EUR")
                .of(
                        rules.owed(contract, facts()),
                        new Limits(
                                limits,
                                policy.cover().withoutLimit(),
                                new PolicyMoney(
                                        FxRates.NONE, "EUR", policy.loss().fx(), null)),
                        day -> true,
                        policy.cover().aggregateFirstLoss());
    }

    ClaimAccount account() {
        return account(figures());
    }

    ClaimAccount account(LossFigures figures) {
        List<Received> received = Received.of(payments, "EUR", new FxRates(rates, 7));
        return new ClaimAccount("K", "EUR", told, received, figures, refused, closed);
    }

    /** Root, kind and amounts of what the books must show. */
    List<String> booked() {
        return account().movements().stream().map(LossCase::words).toList();
    }

    static String words(Movement movement) {
        String shares = movement.insurerShare().add(movement.insuredShare()).signum() == 0
                ? ""
                : " = " + movement.insurerShare().toPlainString() + " + "
                        + movement.insuredShare().toPlainString();
        return movement.root().replace("settlement/sandbox/", "") + " " + movement.kind() + " "
                + movement.amount().toPlainString() + shares;
    }

    private Set<Long> claimed() {
        Set<Long> ids = new HashSet<>();
        receivables.values().stream().filter(ReceivableFacts::isDebt).forEach(each -> ids.add(each.id()));
        return ids;
    }

    private ExposureFacts facts() {
        LocalDate day = declaredOn;
        Map<Long, BigDecimal> lines = new HashMap<>();
        claimed().forEach(id -> lines.put(id, BigDecimal.ONE));
        ClaimFacts claim = day == null
                ? null
                : new ClaimFacts(
                        "K",
                        ClaimFacts.Phase.ACCEPTED,
                        day.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant(),
                        1,
                        lines);
        return new ExposureFacts(
                List.copyOf(receivables.values()),
                payments,
                events,
                limits,
                PaymentsMode.EXPLICIT,
                claim,
                new FxRates(rates, 7),
                null);
    }
}
