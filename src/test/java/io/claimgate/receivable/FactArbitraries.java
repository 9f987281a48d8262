package io.claimgate.receivable;

import io.claimgate.policy.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What happens between a buyer and a creditor around the leap day of 2028 and both changes of the clocks. */
final class FactArbitraries {

    static final LocalDate FIRST = LocalDate.of(2027, 9, 15);
    static final Instant START = Instant.parse("2027-09-01T00:00:00Z");
    static final Instant NEVER = Instant.parse("2040-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("2030-06-30T00:00:00Z");

    private static final String PAYER_MATCHES = "R0";

    private FactArbitraries() {}

    static Arbitrary<Situation> situations() {
        return situations(PolicyArbitraries.policies());
    }

    static Arbitrary<Situation> situations(Arbitrary<Policy> policies) {
        return Combinators.combine(
                        policies,
                        receivables(),
                        notes(),
                        payments(),
                        events(),
                        Arbitraries.of(PaymentsMode.class),
                        claims().optional(0.4))
                .as((policy, receivables, notes, payments, events, mode, claim) -> {
                    List<ReceivableFacts> all = new ArrayList<>(receivables);
                    all.addAll(notes);
                    ZoneId zone = policy.dayEnd().zone();
                    return new Situation(
                            policy,
                            new ExposureFacts(
                                    all,
                                    payments.stream()
                                            .filter(payment -> mode == PaymentsMode.IMPLIED || !payment.derived())
                                            .toList(),
                                    events,
                                    List.of(),
                                    mode,
                                    claim.map(made -> made.of(receivables, zone))
                                            .orElse(null)));
                });
    }

    /** Invoices, some in instalments, some in another currency; the due date is never before the issue date. */
    static Arbitrary<List<ReceivableFacts>> receivables() {
        return Combinators.combine(
                        days(240),
                        days(90),
                        Arbitraries.integers().between(-5, 12).optional(0.7),
                        cents(),
                        Arbitraries.of(1, 1, 1, 2, 3),
                        days(60).optional(0.15),
                        Arbitraries.of("EUR", "EUR", "EUR", "EUR", "USD"))
                .as(Invoice::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(invoices -> {
                    List<ReceivableFacts> facts = new ArrayList<>();
                    for (int i = 0; i < invoices.size(); i++) {
                        facts.addAll(invoices.get(i).facts("R" + i, 1 + 10L * i));
                    }
                    return facts;
                });
    }

    static Arbitrary<List<ReceivableFacts>> notes() {
        return Combinators.combine(
                        days(300), cents(), Arbitraries.of("R0", "R1", "").optional(0.6))
                .as((day, cents, preceding) -> new ReceivableFacts(
                        0,
                        "N",
                        1,
                        "381",
                        FIRST.plusDays(day),
                        null,
                        null,
                        null,
                        "EUR",
                        amount(cents),
                        null,
                        BigDecimal.ZERO,
                        preceding.orElse(null),
                        false,
                        null))
                .list()
                .ofMaxSize(2)
                .map(notes -> IntStream.range(0, notes.size())
                        .mapToObj(i -> Copies.numbered(notes.get(i), 900 + i, "N" + i))
                        .toList());
    }

    /** Payments, bounced ones with their return, and falls of open amounts that nobody has explained. */
    static Arbitrary<List<PaymentFacts>> payments() {
        return Combinators.combine(
                        days(400),
                        cents(),
                        days(45).optional(0.3),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of("EUR", "EUR", "EUR", "USD"))
                .as(Paid::new)
                .list()
                .ofMaxSize(5)
                .map(paid -> IntStream.range(0, paid.size())
                        .boxed()
                        .flatMap(i -> paid.get(i).facts("p" + i, 1 + 2L * i).stream())
                        .toList());
    }

    static Arbitrary<List<EventFacts>> events() {
        return Combinators.combine(
                        Arbitraries.of(EventKind.class),
                        // Sometimes two of a kind on one day.
                        Arbitraries.oneOf(days(400), Arbitraries.of(40, 100, 160)),
                        days(30).optional(0.6),
                        days(30).optional(0.6),
                        days(20),
                        Arbitraries.of(1L, 11L).optional(0.3),
                        days(120))
                .as((kind, day, aware, published, recorded, about, postponed) -> new EventFacts(
                        kind,
                        FIRST.plusDays(day),
                        aware.map(days -> FIRST.plusDays(day + days)).orElse(null),
                        published.map(days -> FIRST.plusDays(day + days)).orElse(null),
                        FIRST.plusDays(day + recorded),
                        about.orElse(null),
                        moves(kind) ? FIRST.plusDays(day + postponed) : null,
                        null))
                .list()
                .ofMaxSize(4);
    }

    /** Whether an event may make a date later. */
    static boolean moves(EventKind kind) {
        return kind == EventKind.EXTENSION || kind == EventKind.PAYMENT_PLAN || kind == EventKind.CONSENT;
    }

    static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(START.getEpochSecond() / 900, END.getEpochSecond() / 900)
                .map(quarter -> Instant.ofEpochSecond(quarter * 900));
    }

    private static Arbitrary<Made> claims() {
        return Combinators.combine(
                        Arbitraries.of(ClaimFacts.Phase.class),
                        days(400),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(ClaimProgress.Reached.class),
                        days(200).optional(0.3))
                .as(Made::new);
    }

    static Arbitrary<Integer> days(int most) {
        return Arbitraries.integers().between(0, most);
    }

    private static Arbitrary<Integer> cents() {
        return Arbitraries.integers().between(1, 60_000);
    }

    static BigDecimal amount(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private record Invoice(
            int issued,
            int term,
            Optional<Integer> delivered,
            int cents,
            int instalments,
            Optional<Integer> extended,
            String currency) {
        List<ReceivableFacts> facts(String number, long id) {
            LocalDate issue = FIRST.plusDays(issued);
            return IntStream.rangeClosed(1, instalments)
                    .mapToObj(instalment -> {
                        LocalDate due = issue.plusDays(term).plusMonths(instalment - 1L);
                        return new ReceivableFacts(
                                id + instalment - 1,
                                number,
                                instalment,
                                "380",
                                issue,
                                due,
                                extended.map(due::plusDays).orElse(null),
                                delivered.map(issue::plusDays).orElse(null),
                                currency,
                                amount(cents),
                                null,
                                cents % 7 == 0 ? amount(cents / 2) : BigDecimal.ZERO,
                                null,
                                false,
                                null);
                    })
                    .toList();
        }
    }

    private record Paid(
            int day, int cents, Optional<Integer> bounced, boolean whole, boolean derived, String currency) {
        List<PaymentFacts> facts(String key, long id) {
            LocalDate on = FIRST.plusDays(day);
            List<PaymentFacts> facts = new ArrayList<>();
            facts.add(new PaymentFacts(
                    id, key, on, amount(cents), currency, derived ? PAYER_MATCHES : null, null, null, derived));
            bounced.ifPresent(after -> facts.add(new PaymentFacts(
                    id + 1,
                    key + "-back",
                    on.plusDays(after),
                    amount(whole ? cents : 1 + cents / 3).negate(),
                    currency,
                    null,
                    null,
                    key,
                    false)));
            return facts;
        }
    }

    /** The claim of some of the receivables, whatever the rules would have said. */
    private record Made(
            ClaimFacts.Phase phase,
            int day,
            int hour,
            int governing,
            ClaimProgress.Reached reached,
            Optional<Integer> indemnified) {
        ClaimFacts of(List<ReceivableFacts> receivables, ZoneId zone) {
            boolean declared = phase == ClaimFacts.Phase.ACCEPTED || phase == ClaimFacts.Phase.WITHDRAWN;
            ReceivableFacts first = receivables.get(governing % receivables.size());
            Map<Long, BigDecimal> lines = new HashMap<>();
            receivables.stream()
                    .filter(receivable -> receivable.id() % 2 == first.id() % 2)
                    .forEach(receivable -> lines.put(receivable.id(), receivable.gross()));
            Instant at = FIRST.plusDays(day).atTime(hour, 30).atZone(zone).toInstant();
            return new ClaimFacts(
                    "K",
                    phase,
                    declared ? at : null,
                    first.id(),
                    lines,
                    declared
                            ? new ClaimProgress(
                                    reached,
                                    indemnified
                                            .map(after -> FIRST.plusDays(day + after))
                                            .orElse(null),
                                    null)
                            : ClaimProgress.NONE);
        }
    }
}
