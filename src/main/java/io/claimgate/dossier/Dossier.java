package io.claimgate.dossier;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a claim.
 *
 * @param completeOn day of FILE_COMPLETE in the policy's zone; once it stands it stays, whatever the insurer asks for later
 */
public record Dossier(
        ClaimKey claim,
        String creditor,
        String insurer,
        DossierState state,
        int required,
        int present,
        List<Missing> missing,
        @Nullable LocalDate completeOn) {

    /** So much of what is missing is listed; the counts are exact. */
    private static final int MOST = 500;

    /**
     * What is known of its completion besides the documents.
     *
     * @param told the insurer's own date of completion; null where it gave none. It wins over what we count
     * @param before the date that already stands
     * @param awaited whether a clock of the policy waits for the file
     */
    public record Known(@Nullable LocalDate told, @Nullable LocalDate before, boolean awaited) {}

    public Dossier {
        missing = List.copyOf(missing);
    }

    /**
     * How it stands now. Where nothing is needed, the file is complete with the declaration, and only a policy with a clock that waits for
     * it needs the date.
     */
    public static Dossier of(Claim claim, Completeness found, Known known) {
        Optional<LocalDate> received = found.required() == 0
                ? Optional.ofNullable(known.awaited() ? claim.declaredAt() : null)
                        .map(claim.window()::day)
                : found.receivedAt().map((Instant at) -> claim.window().day(at));
        return new Dossier(
                claim.key(),
                claim.subject().creditor(),
                claim.subject().insurer(),
                state(found, known, received.isPresent()),
                found.required(),
                found.present(),
                found.missing().stream().limit(MOST).toList(),
                completeOn(known, received));
    }

    private static DossierState state(Completeness found, Known known, boolean received) {
        if (received || known.told() != null) {
            return DossierState.RECEIVED;
        }
        return found.complete() ? DossierState.COMPLETE : DossierState.OPEN;
    }

    private static @Nullable LocalDate completeOn(Known known, Optional<LocalDate> received) {
        if (known.told() != null) {
            return known.told();
        }
        return known.before() != null ? known.before() : received.orElse(null);
    }
}
