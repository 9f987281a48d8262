package io.claimgate.deadline;

import io.claimgate.deadline.reason.Reason;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is when it is. Gathered when somebody asks and then kept: most computations are never read. It belongs to one thread until
 * it was told, as the computation does.
 */
public final class Why {

    /**
     * The answer.
     *
     * @param rule the rule in short: {@code ACME-2026/declaration@1: ORIGINAL_DUE_DATE + P4M}, at most 300 characters
     * @param reason null only for a deadline that was stored before reasons were
     */
    public record Told(String rule, @Nullable Reason reason) {}

    private final Supplier<Told> asked;
    private @Nullable Told told;

    private Why(Supplier<Told> asked) {
        this.asked = asked;
    }

    /** Asked for when it is read. */
    static Why whenAsked(Supplier<Told> asked) {
        return new Why(asked);
    }

    /** What was stored. */
    public static Why told(String rule, @Nullable Reason reason) {
        Told known = new Told(rule, reason);
        return new Why(() -> known);
    }

    Told tell() {
        if (told == null) {
            told = asked.get();
        }
        return told;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Why why && tell().equals(why.tell());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(tell());
    }

    @Override
    public String toString() {
        return tell().toString();
    }
}
