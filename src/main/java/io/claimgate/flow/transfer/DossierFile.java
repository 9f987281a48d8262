package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.dossier.Chase;
import io.claimgate.dossier.Completeness;
import io.claimgate.dossier.DocumentsClock;
import io.claimgate.dossier.Evidence;
import io.claimgate.dossier.Requested;
import io.claimgate.dossier.Wanted;
import io.claimgate.flow.Tasks;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that one look at a claim's file rests on.
 *
 * @param clock by when it has to be at the insurer; null where the policy has none
 */
record DossierFile(
        Claim claim,
        Policy policy,
        Wanted wanted,
        List<Requested> requests,
        List<Evidence> evidence,
        Completeness completeness,
        @Nullable DocumentsClock clock) {

    /** Whether a clock of the policy waits for the file. */
    boolean awaited() {
        return policy.rule(DeadlineKind.DOCUMENTS) != null || policy.rule(DeadlineKind.WAITING) != null;
    }

    /** What has to go to the insurer and is not on the way. */
    List<Evidence> travelling() {
        return evidence.stream()
                .filter(one -> !one.onTheWay() && wanted.travels(one.document()))
                .toList();
    }

    /** Whether a whole dossier need not wait for more: nothing is missing, or the safe date has come. */
    boolean goesAsItIs(Instant now) {
        return completeness.complete() || clock != null && !now.isBefore(startOf(lastSafeDay(clock)));
    }

    /** What is missing is chased by this day: the safe date, else the insurer's own date; null where there is neither. */
    @Nullable
    LocalDate chaseBy() {
        if (clock != null && !clock.met()) {
            return lastSafeDay(clock);
        }
        return requests.stream()
                .map(Requested::replyBy)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * When time alone changes something; empty if nothing does any more.
     *
     * @param open whether something is missing, or waits to be sent
     */
    Optional<Instant> turnsAfter(Instant now, boolean open) {
        Optional<Instant> chase = open
                ? Chase.next(chaseBy(), policy.warnings(), claim.window().day(now))
                        .map(this::startOf)
                : Optional.empty();
        Optional<Instant> close = Optional.ofNullable(clock)
                .filter(running -> !running.met())
                .map(DocumentsClock::closesAt)
                .filter(now::isBefore);
        return chase.or(() -> close);
    }

    Instant closeAt() {
        return clock == null ? Tasks.NEVER : clock.closesAt();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(claim.window().zone()).toInstant();
    }

    private static LocalDate lastSafeDay(DocumentsClock clock) {
        return clock.safeOn() == null ? clock.closesOn() : clock.safeOn();
    }
}
