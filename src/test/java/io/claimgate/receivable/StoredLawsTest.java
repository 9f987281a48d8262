package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.receivable.ReceivableFacts.Stored;
import io.claimgate.support.Laws;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A computation names what is stored otherwise, all of it and nothing else: only that is written. */
class StoredLawsTest {

    @Property(seed = Laws.SEED)
    void what_was_never_computed_is_changed(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant) {
        ExposurePicture picture = situation.at(instant);
        assertThat(picture.changed()).isEqualTo(picture.receivables());
    }

    @Property(seed = Laws.SEED)
    void what_is_stored_as_it_is_is_not_changed(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant) {
        // Given
        ExposurePicture picture = situation.at(instant);
        // When
        ExposurePicture again =
                stored(situation, picture, UnaryOperator.identity(), null).at(instant);
        // Then
        assertThat(again.changed()).isEmpty();
        assertThat(again.receivables()).isEqualTo(picture.receivables());
    }

    @Property(seed = Laws.SEED)
    void what_alone_is_stored_otherwise_alone_is_changed(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant) {
        // Given
        ExposurePicture picture = situation.at(instant);
        for (ReceivablePicture each : picture.receivables()) {
            boolean taken = situation.facts().claim() != null
                    && situation.facts().claim().takes(each.id());
            List<UnaryOperator<Stored>> otherwise = List.of(
                    stored -> new Stored(
                            stored.state(), each.outstanding().add(new BigDecimal("0.01")), stored.claimed()),
                    stored -> new Stored(stored.state(), null, stored.claimed()),
                    stored -> new Stored(other(stored.state()), stored.outstanding(), stored.claimed()),
                    // What a withdrawn claim had keeps its key.
                    stored -> new Stored(
                            taken ? stored.state() : other(stored.state()), stored.outstanding(), !stored.claimed()));
            for (UnaryOperator<Stored> change : otherwise) {
                // When
                ExposurePicture again =
                        stored(situation, picture, change, each.id()).at(instant);
                // Then
                assertThat(again.changed()).extracting(ReceivablePicture::id).containsExactly(each.id());
            }
        }
    }

    private static ReceivableState other(ReceivableState state) {
        return state == ReceivableState.NOT_DUE ? ReceivableState.OVERDUE : ReceivableState.NOT_DUE;
    }

    /** @param only the one that is stored otherwise; null: none */
    private static Situation stored(
            Situation situation, ExposurePicture picture, UnaryOperator<Stored> change, @Nullable Long only) {
        ClaimFacts claim = situation.facts().claim();
        return situation.with(situation.facts().receivables().stream()
                .map(facts -> picture.receivables().stream()
                        .filter(each -> each.id() == facts.id())
                        .findFirst()
                        .map(each -> new Stored(
                                each.state(), each.outstanding().setScale(4), claim != null && claim.takes(each.id())))
                        .map(stored -> only != null && only == facts.id() ? change.apply(stored) : stored)
                        .map(stored -> Copies.stored(facts, stored))
                        .orElse(facts))
                .toList());
    }

    @Provide
    Arbitrary<Situation> situations() {
        return FactArbitraries.situations();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return FactArbitraries.instants();
    }
}
