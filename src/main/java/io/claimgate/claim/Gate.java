package io.claimgate.claim;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a claim may leave for the insurer now, and if not, why and until when. */
public sealed interface Gate {

    /** Why it waits. */
    enum Reason {
        HELD,
        NOT_OPEN_YET,
        PAUSED,
        /** The policy wants an approver. */
        APPROVAL,
        /** A guard has stopped it. */
        GUARD
    }

    /** It may go; {@code release} says whose word it goes on. */
    record Open(Word word) implements Gate {}

    /** It waits. */
    record Shut(Reason reason, Instant lookAgainAt) implements Gate {}

    /** The close has passed. */
    record TooLate() implements Gate {}

    /** On whose word it goes. */
    enum Word {
        /** It was released before. */
        GIVEN,
        /** By the machine, if no guard stops it and the daily cap still has room. */
        WITHIN_CAP,
        /** By the machine, because its safe date has come and the policy says so. */
        SAFE_DATE,
        /** By who released all that the guard had stopped. */
        CASE
    }

    /** As {@link #of(Claim, Stop, boolean, Instant)} for a claim that no guard has stopped. */
    static Gate of(Claim claim, boolean paused, Instant now) {
        return of(claim, null, paused, now);
    }

    /**
     * The rules in their order; the first that has something to say decides.
     *
     * @param stop the guard's that stopped it; null where none did
     */
    static Gate of(Claim claim, @Nullable Stop stop, boolean paused, Instant now) {
        return Stream.<Supplier<Optional<Gate>>>of(
                        () -> inTime(claim, now),
                        () -> notHeld(claim, now),
                        () -> windowOpen(claim, now),
                        () -> notPaused(claim, paused, now),
                        () -> released(claim),
                        () -> stop == null ? approved(claim, now) : Optional.empty(),
                        () -> stopped(claim, stop, now))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Open(Word.WITHIN_CAP));
    }

    private static Optional<Gate> inTime(Claim claim, Instant now) {
        return claim.window().closed(now) ? Optional.of(new TooLate()) : Optional.empty();
    }

    private static Optional<Gate> notHeld(Claim claim, Instant now) {
        return claim.hold() == null ? Optional.empty() : shut(Reason.HELD, claim, now);
    }

    private static Optional<Gate> windowOpen(Claim claim, Instant now) {
        Instant start = claim.window().mayStartAt();
        return start == null || !now.isBefore(start)
                ? Optional.empty()
                : Optional.of(new Shut(Reason.NOT_OPEN_YET, start));
    }

    private static Optional<Gate> notPaused(Claim claim, boolean paused, Instant now) {
        return paused ? shut(Reason.PAUSED, claim, now) : Optional.empty();
    }

    private static Optional<Gate> released(Claim claim) {
        return claim.release() == null ? Optional.empty() : Optional.of(new Open(Word.GIVEN));
    }

    private static Optional<Gate> approved(Claim claim, Instant now) {
        if (claim.rule().mode() != ReleaseRule.Mode.APPROVAL) {
            return Optional.empty();
        }
        // deadlines.md 15: what happens when nobody has released by the safe date is the policy's to say.
        boolean byItself = claim.rule().onSafeDate() == ReleaseRule.OnSafeDate.DECLARE
                && claim.window().nearClose(now);
        return byItself ? Optional.of(new Open(Word.SAFE_DATE)) : shut(Reason.APPROVAL, claim, now);
    }

    private static Optional<Gate> stopped(Claim claim, @Nullable Stop stop, Instant now) {
        if (claim.state() != ClaimState.AWAITING_APPROVAL) {
            return Optional.empty();
        }
        if (stop != null && stop.releasedBy() != null) {
            return Optional.of(new Open(Word.CASE));
        }
        if (claim.rule().onSafeDate() != ReleaseRule.OnSafeDate.DECLARE) {
            return shut(Reason.GUARD, claim, now);
        }
        Instant byItself = stop == null ? claim.window().safeAt() : stop.goesByItselfAt(claim.window());
        return Optional.of(now.isBefore(byItself) ? new Shut(Reason.GUARD, byItself) : new Open(Word.SAFE_DATE));
    }

    private static Optional<Gate> shut(Reason reason, Claim claim, Instant now) {
        return Optional.of(new Shut(reason, claim.window().nextLook(now)));
    }
}
