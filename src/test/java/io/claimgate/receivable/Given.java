package io.claimgate.receivable;

import io.claimgate.catalogue.JollydayCalendars;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.deadline.Deadline;
import io.claimgate.money.FxRate;
import io.claimgate.money.FxRates;
import io.claimgate.policy.Contract;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.Limitations;
import io.claimgate.policy.Policy;
import io.claimgate.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts as a person tells them, and the picture that the rules make of them. */
final class Given {

    static final JollydayCalendars HOLIDAYS = new JollydayCalendars();

    /** What most worked examples use. */
    static final String MEP_60 = """
            cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
            declaration: {closes: {anchor: END_OF_COVER_STOP, period: P30D}}
            """;

    static final String TWO_TO_FOUR_MONTHS = """
            cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P60D}}
            declaration: {opens: ORIGINAL_DUE_DATE + P2M, target: ORIGINAL_DUE_DATE + P90D, closes: ORIGINAL_DUE_DATE + P4M, leadBusinessDays: 3}
            """;

    final Contract contract;
    final Map<String, ReceivableFacts> receivables = new LinkedHashMap<>();
    final List<PaymentFacts> payments = new ArrayList<>();
    final List<EventFacts> events = new ArrayList<>();
    final List<FxRate> rates = new ArrayList<>();
    PaymentsMode mode = PaymentsMode.EXPLICIT;
    Limitations limitations = Limitations.NONE;

    @Nullable
    String country;

    @Nullable
    ClaimFacts claim;

    private Given(Contract contract) {
        this.contract = contract;
    }

    static Given mep60() {
        return deadlines(MEP_60);
    }

    static Given deadlines(String deadlines, String... more) {
        return policies(policy("TEST-2026", deadlines, more));
    }

    /** Policies of one contract; the last one is what the contract is asked of. */
    static Given policies(String... texts) {
        PolicyFiles.Result read = new PolicyFiles(HOLIDAYS)
                .read(Arrays.stream(texts)
                        .map(text -> new PolicyFiles.Source(
                                text.lines().findFirst().orElseThrow().substring(8) + ".yaml", text))
                        .toList());
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        List<Policy> policies = read.policies();
        return new Given(PolicyBook.of(policies).contractOf(policies.get(policies.size() - 1)));
    }

    /** Nothing told yet, under the same contract: reading a policy tries four years of days. */
    Given anew() {
        return new Given(contract);
    }

    /** A policy text with neutral terms; a line of {@code more} replaces the neutral one of the same key. */
    static String policy(String name, String deadlines, String... more) {
        Map<String, String> lines = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "policy: " + name,
                                "insurer: sandbox",
                                "creditors: [C]",
                                "currency: EUR",
                                "zone: Europe/Paris",
                                "calendar: FR",
                                "valid: {from: 2000-01-01}",
                                "cover: {insuredPercentage: 90, basis: gross}",
                                "declare: automatic",
                                "automaticPerDay: unlimited"),
                        Stream.of(more))
                .forEach(line -> lines.put(line.substring(0, line.indexOf(':')), line));
        return String.join("\n", lines.values()) + "\ndeadlines:\n" + deadlines.indent(2);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    Given receivable(String number, String amount, String due) {
        return receivable(number, amount, "2000-01-01", due, null);
    }

    Given receivable(String number, String amount, String issued, @Nullable String due, @Nullable String delivered) {
        return add(new ReceivableFacts(
                receivables.size() + 1L,
                number,
                1,
                "380",
                day(issued),
                due == null ? null : day(due),
                null,
                delivered == null ? null : day(delivered),
                "EUR",
                new BigDecimal(amount),
                null,
                BigDecimal.ZERO,
                null,
                false,
                null));
    }

    Given creditNote(String number, String amount, String issued, @Nullable String preceding) {
        return add(new ReceivableFacts(
                receivables.size() + 1L,
                number,
                1,
                "381",
                day(issued),
                null,
                null,
                null,
                "EUR",
                new BigDecimal(amount),
                null,
                BigDecimal.ZERO,
                preceding,
                false,
                null));
    }

    Given add(ReceivableFacts facts) {
        receivables.put(facts.invoiceNumber() + (facts.instalment() == 1 ? "" : "/" + facts.instalment()), facts);
        return this;
    }

    /** A receivable in another currency. */
    Given foreign(String number, String amount, String currency, String issued, String due) {
        receivable(number, amount, issued, due, null);
        return add(Copies.in(facts(number), currency));
    }

    /** One unit was worth so many of the other. */
    Given rate(String on, String from, String to, String rate) {
        rates.add(new FxRate(day(on), from, to, new BigDecimal(rate)));
        return this;
    }

    Given payment(String id, String on, String amount) {
        return money(id, on, amount, null, null, false);
    }

    Given payment(String id, String on, String amount, String currency) {
        payments.add(new PaymentFacts(
                payments.size() + 1L, id, day(on), new BigDecimal(amount), currency, null, null, null, false));
        return this;
    }

    /** An instalment of a plan of payments that was agreed on a day; null: the debt's equal part. */
    Given instalment(String agreedOn, String payBy, @Nullable String amount) {
        events.add(new EventFacts(
                EventKind.PAYMENT_PLAN,
                day(agreedOn),
                null,
                null,
                day(agreedOn),
                null,
                day(payBy),
                amount == null ? null : new BigDecimal(amount)));
        return this;
    }

    Given returned(String id, String on, String amount) {
        return money(id + "-back", on, "-" + amount, null, id, false);
    }

    /** The open amount of an invoice fell, and nobody knows why. */
    Given fall(String invoice, String on, String amount) {
        return money("fall-" + invoice, on, amount, invoice, null, true);
    }

    private Given money(
            String id,
            String on,
            String amount,
            @Nullable String invoice,
            @Nullable String reversalOf,
            boolean derived) {
        payments.add(new PaymentFacts(
                payments.size() + 1L, id, day(on), new BigDecimal(amount), "EUR", invoice, null, reversalOf, derived));
        return this;
    }

    Given event(EventKind kind, String on) {
        return event(kind, on, null, null, null);
    }

    Given event(
            EventKind kind,
            String on,
            @Nullable String aware,
            @Nullable String published,
            @Nullable String newDueDate) {
        events.add(new EventFacts(
                kind,
                day(on),
                aware == null ? null : day(aware),
                published == null ? null : day(published),
                day(on),
                null,
                newDueDate == null ? null : day(newDueDate),
                null));
        return this;
    }

    /** The insurer got everything that a declaration would have taken at that instant. */
    Given declared(String at) {
        Instant instant = Instant.parse(at);
        ExposurePicture before = at(instant);
        claim = claim(ClaimFacts.Phase.ACCEPTED, instant, before);
        return this;
    }

    Given claimUnderWay() {
        claim = claim(ClaimFacts.Phase.IN_FLIGHT, null, at(Instant.EPOCH));
        return this;
    }

    private static ClaimFacts claim(ClaimFacts.Phase phase, @Nullable Instant at, ExposurePicture before) {
        Map<Long, BigDecimal> lines = new HashMap<>();
        before.declaration().lines().forEach(line -> lines.put(line.receivableId(), line.amount()));
        Long governing = before.governing();
        return new ClaimFacts("CLAIM-1", phase, at, governing == null ? 0 : governing, lines);
    }

    Given foreclose(String... numbers) {
        for (String number : numbers) {
            receivables.computeIfPresent(number, (key, old) -> Copies.foreclosed(old));
        }
        return this;
    }

    ExposureFacts facts() {
        return new ExposureFacts(
                List.copyOf(receivables.values()),
                payments,
                events,
                List.of(),
                mode,
                claim,
                new FxRates(rates, 7),
                country);
    }

    ExposurePicture at(Instant instant) {
        return new ExposureRules(HOLIDAYS, limitations).compute(contract, facts(), instant);
    }

    /** At noon of the day in the contract's zone. */
    ExposurePicture on(String day) {
        return at(day(day).atTime(12, 0)
                .atZone(contract.newest().policy().dayEnd().zone())
                .toInstant());
    }

    long id(String number) {
        return facts(number).id();
    }

    ReceivableFacts facts(String number) {
        return Objects.requireNonNull(receivables.get(number), number);
    }

    static Deadline declaration(ExposurePicture picture) {
        return picture.deadline(DeadlineKind.DECLARATION).orElseThrow();
    }

    static Deadline coverStop(ExposurePicture picture) {
        return picture.deadline(DeadlineKind.COVER_STOP).orElseThrow();
    }

    ReceivablePicture of(ExposurePicture picture, String number) {
        return picture.receivables().stream()
                .filter(each -> each.id() == id(number))
                .findFirst()
                .orElseThrow();
    }
}
