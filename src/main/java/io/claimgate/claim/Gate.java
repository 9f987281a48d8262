package io.claimgate.claim;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether a claim may leave for the insurer now, and if not, why and until when. */
public sealed interface Gate {

    /** Why it waits. */
    enum Reason {
        HELD,
        NOT_OPEN_YET,
        PAUSED,
        /** The policy wants an approver. */
        APPROVAL,
        /** The day's automatic releases are used up. */
        DAILY_CAP
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
        /** By the machine, if the daily cap still has room. */
        WITHIN_CAP,
        /** By the machine, because its safe date has come and the policy says so. */
        SAFE_DATE
    }

    /** The rules in their order; the first that has something to say decides. */
    static Gate of(Claim claim, boolean paused, Instant now) {
        return Stream.<Supplier<Optional<Gate>>>of(
                        () -> inTime(claim, now),
                        () -> notHeld(claim, now),
                        () -> windowOpen(claim, now),
                        () -> notPaused(claim, paused, now),
                        () -> released(claim),
                        () -> approved(claim, now),
                        () -> belowCap(claim, now))
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

    private static Optional<Gate> belowCap(Claim claim, Instant now) {
        return claim.state() == ClaimState.AWAITING_APPROVAL ? shut(Reason.DAILY_CAP, claim, now) : Optional.empty();
    }

    private static Optional<Gate> shut(Reason reason, Claim claim, Instant now) {
        return Optional.of(new Shut(reason, claim.window().nextLook(now)));
    }
}
