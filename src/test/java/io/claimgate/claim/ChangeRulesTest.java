package io.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has to be told of a claim that the insurer has, and when. Lines are written {@code A 100}, or {@code A 100/30} where 30 of it is contested. */
class ChangeRulesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # state | the insurer knows | the ledger says        | may join | tolerance | told
            DECLARED     | A 100        | A 100                  |          | 0         |
            DECLARED     | A 100        | A 60                   |          | 0         | AMEND 60: A 60
            DECLARED     | A 60         | A 100                  |          | 0         | AMEND 100: A 100
            DECLARED     | A 100, B 50  | A 60, B 50             |          | 0         | AMEND 110: A 60
            DECLARED     | A 100        | A 99.50                |          | 0.50      |
            DECLARED     | A 100        | A 99.49                |          | 0.50      | AMEND 99.49: A 99.49
            DECLARED     | A 100, B 100 | A 99.70, B 100.30      |          | 0.50      | AMEND 200: A 99.70 B 100.30
            DECLARED     | A 100/90     | A 100                  |          | 0         | AMEND 100: A 100
            DECLARED     | A 100        | A 100/90               |          | 0         | AMEND 100: A 100/90
            DECLARED     | A 100        | A 0                    |          | 0         | WITHDRAW 0:
            DECLARED     | A 100        | A 0.42                 |          | 0         | AMEND 0.42: A 0.42
            DECLARED     | A 100, B 50  | A 0, B 0               |          | 0         | WITHDRAW 0:
            DECLARED     | A 100        | A 100, B 50            | B        | 0         | SUPPLEMENT 150: B 50
            DECLARED     | A 100        | A 100, B 50            |          | 0         |
            DECLARED     | A 100        | A 60, B 50             | B        | 0         | SUPPLEMENT 150: B 50
            DECLARED     | A 100        | A 0, B 50              | B        | 0         | SUPPLEMENT 150: B 50
            DECLARED     | A 100, B 50  | A 100                  |          | 0         |
            UNDER_REVIEW | A 100        | A 60                   |          | 0         | AMEND 60: A 60
            ACCEPTED     | A 100        | A 0                    |          | 0         | WITHDRAW 0:
            REFUSED      | A 100        | A 60                   |          | 0         |
            REFUSED      | A 100        | A 0                    |          | 0         |
            REFUSED      | A 100/90     | A 100                  |          | 0         | AMEND 100: A 100
            REFUSED      | A 100        | A 100/90               |          | 0         |
            REFUSED      | A 100        | A 100, B 50            | B        | 0         | SUPPLEMENT 150: B 50
            INDEMNIFIED  | A 100        | A 60                   |          | 0         |
            INDEMNIFIED  | A 100        | A 100, B 50            | B        | 0         |
            RECOVERING   | A 100        | A 0                    |          | 0         |
            CLOSED       | A 100        | A 60                   |          | 0         |
            DRAFT        | A 100        | A 60                   |          | 0         |
            WITHDRAWN    | A 100        | A 60                   |          | 0         |
            """)
    void what_the_insurer_is_told(
            ClaimState state, String known, String ledger, String joins, BigDecimal tolerance, String expected) {
        // Given
        Set<Long> ripe = joins == null ? Set.of() : Set.of((long) joins.charAt(0));
        BuyersPicture buyer = new BuyersPicture(lines(ledger), ripe, BigDecimal.ZERO);
        // When
        Optional<Difference> difference = ChangeRules.between(state, lines(known), buyer, tolerance);
        // Then
        assertThat(difference.map(ChangeRulesTest::words).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"500.00, 500.00", ", 0"})
    void the_amount_of_the_claim_holds_what_foreign_invoices_are_worth(BigDecimal worth, BigDecimal added) {
        // Given
        ClaimLine dollars = new ClaimLine(
                66L,
                "B",
                1,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                new BigDecimal("550.00"),
                "USD",
                worth);
        List<ClaimLine> owed = new ArrayList<>(lines("A 100"));
        owed.add(dollars);
        // When
        Difference difference = ChangeRules.between(
                        ClaimState.DECLARED,
                        lines("A 100"),
                        new BuyersPicture(owed, Set.of(66L), BigDecimal.ZERO),
                        BigDecimal.ZERO)
                .orElseThrow();
        // Then
        assertThat(difference.after()).isEqualByComparingTo(added.add(new BigDecimal("100.00")));
        assertThat(difference.lines().get(0).now()).isEqualTo(dollars);
    }

    @ParameterizedTest
    @CsvSource({
        "AMEND, 2026-06-20T08:00:00Z, , , 2026-06-21T08:00:00Z",
        "AMEND, 2026-06-20T08:00:00Z, 2026-06-19T20:00:00Z, , 2026-06-21T08:00:00Z",
        "AMEND, 2026-06-20T08:00:00Z, 2026-06-20T20:00:00Z, , 2026-06-21T20:00:00Z",
        "SUPPLEMENT, 2026-06-20T08:00:00Z, , 2026-06-20T22:00:00Z, 2026-06-20T22:00:00Z",
        "SUPPLEMENT, 2026-06-20T08:00:00Z, , 2026-06-10T22:00:00Z, 2026-06-20T08:00:00Z",
        "SUPPLEMENT, 2026-06-20T08:00:00Z, , 2026-07-20T22:00:00Z, 2026-06-21T08:00:00Z",
        "AMEND, 2026-10-24T08:00:00Z, , , 2026-10-25T09:00:00Z", // the clocks go back in that night: a day has 25 hours
        "WITHDRAW, 2026-06-20T08:00:00Z, 2026-06-20T07:00:00Z, , 2026-06-20T08:00:00Z"
    })
    void when_it_goes(ChangeKind kind, Instant seen, Instant told, Instant before, Instant expected) {
        // When
        Instant due = ChangeRules.dueAt(kind, seen, told, Period.ofDays(1), before, PARIS);
        // Then
        assertThat(due).isEqualTo(expected);
    }

    private static List<ClaimLine> lines(String text) {
        List<ClaimLine> lines = new ArrayList<>();
        for (String one : text.split(", ")) {
            String[] parts = one.split("[ /]");
            lines.add(new ClaimLine(
                    parts[0].charAt(0),
                    parts[0],
                    1,
                    LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 3, 31),
                    new BigDecimal(parts[1]).setScale(2),
                    "EUR",
                    new BigDecimal(parts[1]).setScale(2),
                    new BigDecimal(parts.length > 2 ? parts[2] : "0").setScale(2)));
        }
        assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
        return lines;
    }

    private static String words(Difference difference) {
        return (difference.kind() + " " + plain(difference.after()) + ": "
                        + difference.lines().stream()
                                .map(line -> line.now().invoiceNumber() + " "
                                        + plain(line.now().amount())
                                        + (line.now().disputed().signum() == 0
                                                ? ""
                                                : "/" + plain(line.now().disputed())))
                                .collect(Collectors.joining(" ")))
                .strip();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0
                ? "0"
                : amount.stripTrailingZeros().scale() <= 0
                        ? amount.setScale(0).toPlainString()
                        : amount.toPlainString();
    }
}
