package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.support.Laws;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Not a cent comes or goes in the insurer's ledger: principal = outstanding + what was allocated. */
class LedgerLawsTest {

    @Property(seed = Laws.SEED)
    void what_is_owed_is_the_principal_less_what_was_credited_and_paid(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant) {
        // Given
        Map<String, BigDecimal> expected = new HashMap<>();
        situation.facts().receivables().forEach(facts -> add(expected, facts.currency(), signed(facts)));
        paid(situation).forEach((currency, amount) -> add(expected, currency, amount.negate()));
        // When
        ExposurePicture picture = situation.at(instant);
        // Then
        Map<String, BigDecimal> outstanding = new HashMap<>();
        Map<Long, ReceivableFacts> facts = new HashMap<>();
        situation.facts().receivables().forEach(each -> facts.put(each.id(), each));
        for (ReceivablePicture each : picture.receivables()) {
            ReceivableFacts of = facts.get(each.id());
            add(outstanding, of.currency(), each.outstanding());
            assertThat(each.outstanding()).isBetween(BigDecimal.ZERO, of.gross());
            assertThat(each.clockOutstanding()).isBetween(each.outstanding(), of.gross());
        }
        expected.forEach((currency, amount) -> assertThat(outstanding.getOrDefault(currency, BigDecimal.ZERO))
                .isEqualByComparingTo(amount.max(BigDecimal.ZERO)));
    }

    @Property(seed = Laws.SEED)
    void a_declaration_takes_what_its_lines_add_up_to_and_no_line_more_than_is_owed(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant) {
        // When
        ExposurePicture picture = situation.at(instant);
        // Then
        DeclarationOutlook declaration = picture.declaration();
        assertThat(declaration.lines().stream()
                        .filter(line -> line.currency().equals(declaration.currency()))
                        .map(DeclarationLine::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(declaration.amount());
        Map<Long, BigDecimal> owed = new HashMap<>();
        picture.receivables().forEach(each -> owed.put(each.id(), each.outstanding()));
        assertThat(declaration.lines())
                .allSatisfy(line -> assertThat(line.amount()).isEqualByComparingTo(owed.get(line.receivableId())));
        assertThat(picture.overdue()).isLessThanOrEqualTo(picture.outstanding());
        assertThat(declaration.amount()).isLessThanOrEqualTo(picture.outstanding());
    }

    @Provide
    Arbitrary<Situation> situations() {
        return FactArbitraries.situations();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return FactArbitraries.instants();
    }

    private static BigDecimal signed(ReceivableFacts facts) {
        return facts.isCredit() ? facts.gross().abs().negate() : facts.gross();
    }

    /** Less what came back, by the sums alone. */
    private static Map<String, BigDecimal> paid(Situation situation) {
        Map<String, BigDecimal> paid = new HashMap<>();
        List<PaymentFacts> payments = situation.facts().payments();
        for (PaymentFacts payment : payments) {
            if (payment.reversalOf() == null) {
                BigDecimal back = payments.stream()
                        .filter(other -> payment.paymentId().equals(other.reversalOf()))
                        .map(PaymentFacts::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                add(paid, payment.currency(), payment.amount().add(back));
            }
        }
        return paid;
    }

    private static void add(Map<String, BigDecimal> sums, String currency, BigDecimal amount) {
        sums.merge(currency, amount, BigDecimal::add);
    }
}
