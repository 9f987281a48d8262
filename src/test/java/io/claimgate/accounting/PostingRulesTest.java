package io.claimgate.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claimgate.accounting.Booking.Amount;
import io.claimgate.accounting.Booking.Event;
import io.claimgate.money.Money;
import io.claimgate.support.Bookings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From bookings to balanced entries: the French books of the samples, and laws over any figures. */
class PostingRulesTest {

    private static List<Posting> postings(Booking booking) {
        return PostingRules.postings(booking, Bookings::mapping, Bookings.customers(booking));
    }

    private static List<String> lines(Posting posting) {
        return posting.lines().stream()
                .map(line -> (line.debit().isPositive() ? "D " : "C ")
                        + line.account().number() + " "
                        + (line.debit().isPositive() ? line.debit() : line.credit())
                                .amount()
                                .toPlainString()
                        + (line.auxiliary() == null
                                ? ""
                                : " " + line.auxiliary().number())
                        + (line.invoiceNumber() == null ? "" : " " + line.invoiceNumber()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INDEMNITY_ACKNOWLEDGED             | D 467 90.00 sandbox F-1, C 7587 90.00 F-1
            INDEMNITY_ACKNOWLEDGEMENT_REVERSED | D 7587 90.00 F-1, C 467 90.00 sandbox F-1
            INDEMNITY_PAID                     | D 512 90.00 F-1, C 467 90.00 sandbox F-1
            REMITTED                           | D 467 90.00 sandbox F-1, C 512 90.00 F-1
            COSTS_CHARGED                      | D 6227 90.00 F-1, C 467 90.00 sandbox F-1
            CLAWBACK                           | D 7587 90.00 F-1, C 467 90.00 sandbox F-1
            """)
    void each_event_makes_the_entry_of_the_french_books(Event event, String expected) {
        // Given
        Booking booking = Bookings.booking("c", event, Bookings.gross("90.00"), Bookings.receivable(1, "acme", "1"));

        // When
        List<Posting> postings = postings(booking);

        // Then
        assertThat(postings).hasSize(1);
        assertThat(String.join(", ", lines(postings.get(0)))).isEqualTo(expected);
    }

    @Test
    void a_recovery_by_the_insurer_lowers_the_customers_and_the_indemnity() {
        // Given
        Booking booking = Bookings.booking(
                "settlement/sandbox/S-3",
                Event.RECOVERY_BY_INSURER,
                Bookings.recovery("2400.00", "16200.00", "5400.00"),
                Bookings.receivable(1, "acme", "100000.00"),
                Bookings.receivable(2, "acme", "20000.00"));

        // When
        List<Posting> postings = postings(booking);

        // Then
        assertThat(lines(postings.get(0)))
                .containsExactly(
                        "D 467 5400.00 sandbox",
                        "D 7587 16200.00",
                        "D 6227 2400.00",
                        "C 416 20000.00 C-1 F-1",
                        "C 416 4000.00 C-2 F-2");
    }

    @Test
    void money_that_the_buyer_paid_us_is_in_the_books_already_only_the_insurers_share_is_new() {
        // Given
        Booking booking = Bookings.booking(
                "payment/7",
                Event.RECOVERY_BY_INSURED,
                Bookings.recovery("0.00", "18000.00", "6000.00"),
                Bookings.receivable(1, "acme", "1"));

        // When
        List<Posting> postings = postings(booking);

        // Then
        assertThat(lines(postings.get(0))).containsExactly("D 7587 18000.00 F-1", "C 467 18000.00 sandbox F-1");
    }

    @Test
    void indemnities_before_2025_go_to_account_791() {
        // Given
        Booking booking = Bookings.booking(
                "c",
                Bookings.CLAIM,
                Event.INDEMNITY_ACKNOWLEDGED,
                LocalDate.of(2024, 12, 31),
                Bookings.gross("1.00"),
                List.of(Bookings.receivable(1, "acme", "1")));

        // When
        List<Posting> postings = postings(booking);

        // Then
        assertThat(lines(postings.get(0))).contains("C 791 1.00 F-1");
    }

    @Test
    void a_claim_over_several_sources_makes_one_posting_for_each() {
        // Given
        Booking booking = Bookings.booking(
                "c",
                Event.INDEMNITY_ACKNOWLEDGED,
                Bookings.gross("100.00"),
                Bookings.receivable(1, "acme", "1"),
                Bookings.receivable(2, "highradius", "1"),
                Bookings.receivable(3, "acme", "1"));

        // When
        List<Posting> postings = postings(booking);

        // Then
        assertThat(postings).extracting(Posting::source).containsExactly("acme", "highradius");
        assertThat(lines(postings.get(0))).containsExactly("D 467 66.67 sandbox", "C 7587 66.67");
        assertThat(lines(postings.get(1)))
                .containsExactly("D INSURER-RECEIVABLE 33.33 sandbox F-2", "C INSURANCE-INDEMNITIES 33.33 F-2");
        assertThat(postings.get(0).id()).isNotEqualTo(postings.get(1).id());
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void whatever_the_figures_every_posting_balances_and_together_they_are_the_booking(Event event) {
        Random random = new Random(event.ordinal() + 20260610L);
        for (int run = 0; run < 400; run++) {
            // Given
            Map<Amount, BigDecimal> amounts = Bookings.any(random, event);
            Booking booking =
                    Bookings.booking("run/" + run, Bookings.CLAIM, event, Bookings.DAY, amounts, Bookings.any(random));

            // When
            List<Posting> postings = postings(booking);

            // Then
            for (RuleLine rule : Bookings.mapping("default").rules().get(event)) {
                BigDecimal onAccounts =
                        postings.stream().map(posting -> moved(posting, rule)).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(onAccounts)
                        .as(run + " " + rule + " " + amounts)
                        .isEqualByComparingTo(amounts.get(rule.amount()));
            }
            assertThat(postings).allSatisfy(posting -> {
                assertThat(posting.id()).matches("[A-Z0-9-]{1,40}");
                assertThat(sum(posting, true)).isEqualByComparingTo(sum(posting, false));
                assertThat(posting.lines())
                        .allSatisfy(line -> assertThat(
                                        line.debit().amount().min(line.credit().amount()))
                                .isEqualByComparingTo("0"));
            });
        }
    }

    /** What stands on the rule's side of its account, less what stands on the other. */
    private static BigDecimal moved(Posting posting, RuleLine rule) {
        String account = Bookings.mapping(posting.source())
                .account(rule.role(), posting.date())
                .number();
        BigDecimal debit = posting.lines().stream()
                .filter(line -> line.account().number().equals(account))
                .map(line -> line.debit().minus(line.credit()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return rule.side() == RuleLine.Side.DEBIT ? debit : debit.negate();
    }

    private static BigDecimal sum(Posting posting, boolean debit) {
        return posting.lines().stream()
                .map(line -> (debit ? line.debit() : line.credit()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void what_takes_back_an_event_is_its_mirror(Event event) {
        // Given
        Event taken = event.reverses();
        List<RuleLine> lines = Bookings.mapping("default").rules().get(event);

        // When
        List<RuleLine> mirrored = lines.stream()
                .map(line -> new RuleLine(
                        line.side() == RuleLine.Side.DEBIT ? RuleLine.Side.CREDIT : RuleLine.Side.DEBIT,
                        line.role(),
                        line.amount(),
                        line.auxiliary()))
                .toList();

        // Then
        if (taken == null) {
            assertThat(mirrored).isNotEqualTo(lines);
        } else {
            assertThat(mirrored)
                    .containsExactlyInAnyOrderElementsOf(
                            Bookings.mapping("default").rules().get(taken));
        }
    }

    @Test
    void the_same_cause_gives_the_same_postings_whenever_it_comes() {
        // Given
        Booking booking = Bookings.booking(
                "settlement/sandbox/S-1",
                Event.CLAWBACK,
                Bookings.gross("4500.00"),
                Bookings.receivable(1, "acme", "1"));

        // When
        List<Posting> again = postings(booking);

        // Then
        assertThat(again).isEqualTo(postings(booking));
    }

    @Test
    void causes_that_differ_never_share_an_id() {
        // Given
        List<String> causes = List.of("settlement/a/1", "settlement/a/11", "settlement/a1/1", "settlement/b/1");

        // When
        Map<String, Long> ids = causes.stream()
                .flatMap(cause -> List.of("acme", "1acme").stream().map(source -> PostingId.of(cause, source)))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));

        // Then
        assertThat(ids).hasSize(8);
    }

    @Test
    void a_share_that_rounding_turns_negative_stands_on_the_other_side() {
        // Given
        Booking booking = Bookings.booking(
                "c",
                Bookings.CLAIM,
                Event.RECOVERY_BY_INSURER,
                Bookings.DAY,
                Bookings.recovery("0.00", "0.00", "0.05"),
                java.util.stream.LongStream.rangeClosed(1, 10)
                        .mapToObj(id -> Bookings.receivable(id, "acme", "1"))
                        .toList());

        // When
        List<Posting> postings = postings(booking);

        // Then
        assertThat(lines(postings.get(0))).contains("D 467 0.05 sandbox", "D 416 0.04 C-1 F-1", "C 416 0.01 C-2 F-2");
    }

    @Test
    void figures_that_contradict_each_other_are_refused() {
        // Given
        Map<Amount, BigDecimal> amounts = new java.util.HashMap<>(Bookings.recovery("0.00", "10.00", "5.00"));
        amounts.put(Amount.NET, new BigDecimal("14.99"));
        Booking booking =
                Bookings.booking("c", Event.RECOVERY_BY_INSURER, amounts, Bookings.receivable(1, "acme", "1"));

        // When
        // Then
        assertThatThrownBy(() -> postings(booking)).hasMessageContaining("NET 14.99 is not the sum 15.00");
    }

    @Test
    void what_does_not_balance_is_no_posting() {
        // Given
        Account account = new Account("512", "Banques");
        Money one = Money.of("1.00", "EUR");
        PostingLine debit = new PostingLine(account, null, one, Money.zero("EUR"), null);
        PostingLine credit = new PostingLine(account, null, Money.zero("EUR"), Money.of("0.99", "EUR"), null);

        // When
        // Then
        assertThatThrownBy(() -> new Posting(
                        "P-1",
                        "acme",
                        "ACME-FR",
                        "K",
                        1,
                        "c",
                        Event.CLAWBACK,
                        "sandbox",
                        "R",
                        Bookings.DAY,
                        "t",
                        List.of(debit, credit)))
                .hasMessageContaining("does not balance: 0.01 EUR too much debit");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,      POSTED,  ",
        "OPEN,      REFUSED, ",
        "FIXED,     POSTED,  CONFIRMED",
        "FIXED,     REFUSED, REFUSED",
        "WRITTEN,   POSTED,  CONFIRMED",
        "WRITTEN,   REFUSED, REFUSED",
        "REFUSED,   POSTED,  CONFIRMED",
        "REFUSED,   REFUSED, REFUSED",
        "CONFIRMED, POSTED,  CONFIRMED",
        "CONFIRMED, REFUSED, "
    })
    void the_word_of_the_erp_moves_a_posting_by_rule(
            PostingState before, PostingState.Answer answer, PostingState after) {
        assertThat(before.answered(answer).orElse(null)).isEqualTo(after);
    }
}
