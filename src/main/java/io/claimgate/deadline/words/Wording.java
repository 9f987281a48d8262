package io.claimgate.deadline.words;

import io.claimgate.deadline.reason.Ground;
import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phrases of one language; {@link Telling} puts them in order. A sentence ends with its full stop and starts without a blank. */
interface Wording {

    /** A day with the day of the week. */
    String day(LocalDate day);

    /** The clock's name, with a capital letter. */
    String kind(DeadlineKind kind);

    /** {@code 4 months}; never of nothing. */
    String period(int years, int months, int days);

    /** {@code the original due date 2026-03-31}; without a day, that it is not known. */
    String anchor(Anchor anchor, @Nullable LocalDate day);

    /** What the month-end cutoff adds. */
    String cutoff(long days);

    /** {@code the earliest of these dates: (1) ...; (2) ...}. */
    String choice(boolean earliest, List<String> terms);

    /** What comes after a derivation whose term was replaced. */
    String ground(Ground ground);

    /** The last day and how it is made. */
    String closes(DeadlineKind kind, LocalDate last, String how);

    /** The same where {@code unrolled} is no working day and {@code last} is the next one. */
    String rolls(DeadlineKind kind, LocalDate last, LocalDate unrolled, String how, List<String> countries);

    /** There is no last day yet. */
    String unknown(DeadlineKind kind, List<Anchor> lacking, String how);

    String provisional(List<Anchor> lacking);

    /** @param lead business days back, 0 for none */
    String safe(LocalDate safe, LocalDate unrolled, int lead, List<String> countries);

    /** The insurer keeps this clock. */
    String insurers();

    /** @param opens null while it is not known */
    String opens(@Nullable LocalDate opens, String how);

    /** @param target null while it is not known */
    String target(@Nullable LocalDate target, String how);

    String acts(LocalDate acts);

    /**
     * @param instalment null where an invoice has one only
     * @param first whether it is known that it closes first
     */
    String governing(String invoice, @Nullable String instalment, boolean first);

    String origin(String rule, String policy, int version);
}
