package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Laws;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The oldest debt is paid first: by original due date, issue date, number, instalment. */
class OldestFirstTest {

    private static final Comparator<ReceivableFacts> BY_THE_BOOK = Comparator.comparing(
                    ReceivableFacts::originalDueDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(ReceivableFacts::issueDate)
            .thenComparing(ReceivableFacts::invoiceNumber)
            .thenComparingInt(ReceivableFacts::instalment)
            .thenComparingLong(ReceivableFacts::id);

    @Property(seed = Laws.SEED)
    void the_order_is_that_of_the_book(
            @ForAll("receivables") List<ReceivableFacts> receivables, @ForAll Random random) {
        // Given
        List<ReceivableFacts> told = new ArrayList<>(receivables);
        Collections.shuffle(told, random);
        // Then
        assertThat(OldestFirst.of(told))
                .isEqualTo(receivables.stream().sorted(BY_THE_BOOK).toList());
    }

    @Test
    void a_day_that_nobody_knows_comes_last_and_one_before_1970_first() {
        // Given
        Given given = Given.mep60()
                .receivable("UNKNOWN", "1.00", "2026-01-01", null, null)
                .receivable("LATE", "1.00", "2026-01-01", "9999-12-31", null)
                .receivable("OLD", "1.00", "1969-12-30", "1969-12-31", null)
                .receivable("OLDER", "1.00", "1969-12-29", "1969-12-31", null);
        // Then
        assertThat(OldestFirst.of(List.copyOf(given.receivables.values())))
                .extracting(ReceivableFacts::invoiceNumber)
                .containsExactly("OLDER", "OLD", "LATE", "UNKNOWN");
    }

    @Property(seed = Laws.SEED)
    void the_lowest_open_rank_is_the_oldest(@ForAll Random random) {
        // Given
        OpenDebts open = new OpenDebts();
        BitSet expected = new BitSet();
        for (int step = 0; step < 200; step++) {
            int rank = random.nextInt(150);
            // When
            if (random.nextBoolean()) {
                open.add(rank);
                expected.set(rank);
            } else if (!open.isEmpty()) {
                expected.clear(open.oldest());
                open.remove(open.oldest());
            }
            // Then
            assertThat(open.oldest()).isEqualTo(expected.nextSetBit(0));
            assertThat(open.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    @Provide
    Arbitrary<List<ReceivableFacts>> receivables() {
        return FactArbitraries.receivables()
                .map(some -> Stream.concat(
                                some.stream(),
                                some.stream().map(facts -> Copies.numbered(facts, facts.id() + 100, "A")))
                        .toList());
    }
}
