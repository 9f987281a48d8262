package io.claimgate.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.calendar.BusinessDays;
import io.claimgate.deadline.Anchors;
import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.TermClock;
import io.claimgate.policy.ContractTerm;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.FactAnchor;
import io.claimgate.policy.Policy;
import io.claimgate.policy.Term;
import io.claimgate.support.Laws;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of single dates. */
class TermLawsTest {

    private static final FactAnchor[] KNOWN = {FactAnchor.INVOICE_DATE, FactAnchor.ORIGINAL_DUE_DATE};
    private static final FactAnchor[] TO_COME = {
        FactAnchor.DELIVERY_DATE, FactAnchor.AWARENESS, FactAnchor.INSOLVENCY_OPENED, FactAnchor.PUBLICATION
    };

    @Property(seed = Laws.SEED)
    void a_safe_date_is_a_business_day_and_never_after_its_close(
            @ForAll("situations") Situation situation, @ForAll("instants") Instant instant) {
        // When
        ExposurePicture picture = situation.at(instant);
        // Then
        for (Deadline deadline : picture.deadlines()) {
            if (deadline.safeOn() != null) {
                DeadlineRule rule = situation.policy().rule(deadline.kind());
                List<String> countries =
                        rule.calendars().isEmpty() ? situation.policy().calendars() : rule.calendars();
                assertThat(deadline.safeOn()).isBeforeOrEqualTo(deadline.unrolledOn());
                assertThat(deadline.unrolledOn()).isBeforeOrEqualTo(deadline.closesOn());
                assertThat(BusinessDays.of(Given.HOLIDAYS, countries).isBusinessDay(deadline.safeOn()))
                        .isTrue();
            }
        }
        assertThat(picture.receivables())
                .allSatisfy(receivable -> assertThat(receivable.safeOn() == null
                                || !receivable.safeOn().isAfter(receivable.closesOn()))
                        .isTrue());
    }

    @Property(seed = Laws.SEED)
    void learning_one_more_term_never_makes_an_earliest_of_later_or_a_latest_of_earlier(
            @ForAll("policies") Policy policy,
            @ForAll("knownTerms") List<Term> known,
            @ForAll("termsToCome") Term learnt,
            @ForAll("days") List<LocalDate> days,
            @ForAll long order) {
        // Given
        List<Term> terms = new ArrayList<>(known);
        terms.add(learnt);
        Collections.shuffle(terms, new Random(order));
        Anchors before = new Dated(days, EnumSet.copyOf(List.of(KNOWN)));
        Anchors after = new Dated(days, EnumSet.allOf(FactAnchor.class));
        TermClock earliest = clock(policy, new Term.EarliestOf(terms));
        TermClock latest = clock(policy, new Term.LatestOf(terms));
        // When
        LocalDate earliestAfter =
                earliest.closes(DeadlineKind.DECLARATION, after).dateOrNull();
        LocalDate latestAfter = latest.closes(DeadlineKind.DECLARATION, after).dateOrNull();
        // Then
        assertThat(earliestAfter)
                .isBeforeOrEqualTo(
                        earliest.closes(DeadlineKind.DECLARATION, before).dateOrNull());
        assertThat(latestAfter)
                .isAfterOrEqualTo(
                        latest.closes(DeadlineKind.DECLARATION, before).dateOrNull());
    }

    @Property(seed = Laws.SEED)
    void a_longer_lead_never_makes_a_safe_date_later(
            @ForAll("policies") Policy policy, @ForAll("days") List<LocalDate> days) {
        // Given
        DeadlineRule rule = policy.rule(DeadlineKind.DECLARATION);
        Assume.that(rule != null);
        DeadlineRule longer = new DeadlineRule(
                rule.kind(),
                rule.opens(),
                rule.target(),
                rule.closes(),
                rule.leadBusinessDays() + 1,
                rule.opening(),
                rule.roll(),
                rule.calendars());
        TermClock clock = new TermClock(new ContractTerm(policy, 1), Given.HOLIDAYS);
        TermClock later = new TermClock(new ContractTerm(policy, 1), Given.HOLIDAYS);
        // When
        LocalDate safe = later.safeOn(longer, days.get(0));
        // Then
        assertThat(safe).isBefore(clock.safeOn(rule, days.get(0)));
    }

    @Provide
    Arbitrary<Situation> situations() {
        return FactArbitraries.situations();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return FactArbitraries.instants();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return PolicyArbitraries.policies();
    }

    @Provide
    Arbitrary<List<Term>> knownTerms() {
        return RuleArbitraries.terms(KNOWN).list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<Term> termsToCome() {
        return RuleArbitraries.terms(TO_COME);
    }

    @Provide
    Arbitrary<List<LocalDate>> days() {
        return Arbitraries.integers()
                .between(0, 900)
                .map(FactArbitraries.FIRST::plusDays)
                .list()
                .ofSize(FactAnchor.values().length);
    }

    private static TermClock clock(Policy policy, Term closes) {
        DeadlineRule rule = new DeadlineRule(
                DeadlineKind.DECLARATION,
                null,
                null,
                closes,
                0,
                DeadlineRule.Opening.HARD,
                DeadlineRule.Roll.NONE,
                List.of());
        return new TermClock(new ContractTerm(Policies.with(policy, rule), 1), Given.HOLIDAYS);
    }

    /** A day for every anchor, of which only some are known. */
    private static final class Dated implements Anchors {
        private final Map<FactAnchor, LocalDate> days = new EnumMap<>(FactAnchor.class);

        Dated(List<LocalDate> days, Set<FactAnchor> known) {
            known.forEach(anchor -> this.days.put(anchor, days.get(anchor.ordinal())));
        }

        @Override
        public LocalDate date(FactAnchor anchor, DeadlineKind kind) {
            return days.get(anchor);
        }

        @Override
        public boolean consented() {
            return false;
        }
    }
}
