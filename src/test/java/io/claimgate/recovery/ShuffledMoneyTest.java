package io.claimgate.recovery;

import static io.claimgate.recovery.InsurerResult.SettlementKind.CLAWBACK;
import static io.claimgate.recovery.InsurerResult.SettlementKind.COST;
import static io.claimgate.recovery.InsurerResult.SettlementKind.DECISION;
import static io.claimgate.recovery.InsurerResult.SettlementKind.INDEMNITY;
import static io.claimgate.recovery.InsurerResult.SettlementKind.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.recovery.InsurerResult.SettlementKind;
import io.claimgate.recovery.MovementChanges.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** F8: whatever the order in which we learn of a claim's money, books and debts end the same, and never show it twice on the way. */
class ShuffledMoneyTest {

    private static final int ORDERS = 2000;

    private record Fact(SettlementKind kind, String id, String on, String amount, String costs, String share) {}

    @Test
    void two_thousand_orders_end_in_the_same_books() {
        // Given
        Random random = new Random(20261125);
        for (int set = 0; set < 20; set++) {
            List<Fact> facts = facts(random);
            Map<List<String>, LossFigures> computed = new HashMap<>();
            Books expected = books(facts, computed);
            for (int order = 0; order < ORDERS / 20; order++) {
                List<Fact> shuffled = new ArrayList<>(facts);
                // Counted again: the same facts change nothing.
                shuffled.addAll(facts.subList(0, random.nextInt(facts.size())));
                Collections.shuffle(shuffled, random);
                // When
                Books books = books(shuffled, computed);
                // Then
                assertThat(books.sums()).as("%s", shuffled).isEqualTo(expected.sums());
                assertThat(books.owed()).as("%s", shuffled).isEqualByComparingTo(expected.owed());
            }
        }
    }

    /** Everything that can be told, with odd amounts. */
    private static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(DECISION, "D1", "2026-08-0" + day(random), cents(random, 60000), null, null));
        facts.add(new Fact(DECISION, "D2", "2026-08-0" + day(random), cents(random, 30000), null, null));
        facts.add(new Fact(INDEMNITY, "S1", "2026-08-1" + day(random), cents(random, 50000), null, null));
        facts.add(new Fact(INDEMNITY, "S2", "2026-08-2" + day(random), cents(random, 40000), null, null));
        facts.add(new Fact(RECOVERY, "R1", "2026-09-0" + day(random), cents(random, 9000), "100.01", null));
        facts.add(new Fact(RECOVERY, "R2", "2026-09-1" + day(random), "9000.00", "500.00", cents(random, 8000)));
        facts.add(new Fact(RECOVERY, "R3", "2026-09-2" + day(random), cents(random, 9000), null, null));
        facts.add(new Fact(COST, "K1", "2026-09-2" + day(random), cents(random, 300), null, null));
        facts.add(new Fact(CLAWBACK, "C1", "2026-10-0" + day(random), cents(random, 20000), null, null));
        return facts;
    }

    private static int day(Random random) {
        return 1 + random.nextInt(8);
    }

    private static String cents(Random random, int most) {
        return BigDecimal.valueOf(101 + random.nextInt(most * 100 - 101), 2).toPlainString();
    }

    /**
     * As the handler writes them: what differs is reversed and written anew, after every single fact.
     *
     * @param computed what the loss is once these facts are heard: computed once, it does not depend on their order
     */
    private static Books books(List<Fact> told, Map<List<String>, LossFigures> computed) {
        Books books = new Books();
        LossCase loss = LossCase.under()
                .invoice("A", "70000.07")
                .invoice("B", "49999.93")
                .declared("2026-05-10")
                .payment("2026-08-05", "1234.56")
                .payment("2026-09-12", "7777.77");
        List<String> heard = new ArrayList<>();
        for (Fact fact : told) {
            if (!heard.contains(fact.id())) {
                heard.add(fact.id());
                loss.told(fact.kind(), fact.id(), fact.on(), fact.amount(), fact.costs(), fact.share());
            }
            List<String> set = heard.stream().sorted().toList();
            books.write(loss.account(computed.computeIfAbsent(set, key -> loss.figures())));
        }
        return books;
    }

    private static final class Books {
        private final Map<String, Entry> standing = new HashMap<>();
        private final Map<String, Integer> versions = new HashMap<>();
        private final List<Remittance> remittances = new ArrayList<>();

        void write(ClaimAccount account) {
            List<Movement> wanted = account.movements();
            MovementChanges changes = MovementChanges.between(standing, versions, wanted);
            changes.reversed().forEach(entry -> standing.remove(entry.movement().root()));
            changes.booked().forEach(entry -> {
                assertThat(standing.put(entry.movement().root(), entry)).isNull();
                assertThat(versions.merge(entry.movement().root(), 1, Integer::sum))
                        .isEqualTo(entry.version());
            });
            RemittanceChanges owed = RemittanceChanges.between(remittances, wanted);
            owed.voided()
                    .forEach(row -> remittances.set(
                            (int) row.id(),
                            new Remittance(
                                    row.id(), row.root(), row.amount(), row.receivedOn(), Remittance.State.VOID)));
            owed.owed()
                    .forEach(row -> remittances.add(new Remittance(
                            remittances.size(),
                            row.movement().root(),
                            row.amount(),
                            row.movement().on(),
                            Remittance.State.OWED)));
            assertThat(MovementChanges.between(standing, versions, wanted).none())
                    .as("the same again changes nothing")
                    .isTrue();
            assertThat(sums().get("INDEMNITY_ACKNOWLEDGED"))
                    .as("the insurer's account never stands the wrong way round")
                    .isGreaterThanOrEqualTo(sums().get("INDEMNITY_PAID"));
        }

        /** By kind, with both shares. */
        Map<String, BigDecimal> sums() {
            Map<String, BigDecimal> sums = new TreeMap<>();
            for (MovementKind kind : MovementKind.values()) {
                sums.put(kind.name(), BigDecimal.ZERO.setScale(2));
            }
            standing.values().forEach(entry -> {
                sums.merge(entry.movement().kind().name(), entry.movement().amount(), BigDecimal::add);
                sums.merge("insurer", entry.movement().insurerShare().setScale(2), BigDecimal::add);
                sums.merge("insured", entry.movement().insuredShare().setScale(2), BigDecimal::add);
            });
            return sums;
        }

        BigDecimal owed() {
            return remittances.stream()
                    .filter(Remittance::owed)
                    .map(Remittance::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
