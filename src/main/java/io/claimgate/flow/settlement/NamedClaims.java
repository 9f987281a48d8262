package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.declaration.ClaimStore;
import io.claimgate.flow.settlement.Told.ClaimName;
import io.claimgate.problem.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claim that a message is about. A caller has the claims of his voice only: another one's is as unknown to him as none. */
public final class NamedClaims {

    private final ClaimStore claims;
    private final ReceivedResults results;
    private final Voices voices;

    public NamedClaims(ClaimStore claims, ReceivedResults results, Voices voices) {
        this.claims = claims;
        this.results = results;
        this.voices = voices;
    }

    /**
     * What was found.
     *
     * @param claim locked until the transaction ends; null if there is none
     * @param code why there is none
     * @param reason the same in a sentence
     */
    record Found(@Nullable Claim claim, ProblemCode code, String reason) {}

    Found lock(String insurer, ClaimName name) {
        String number = name.insurerClaimNumber();
        Optional<ClaimKey> numbered = number == null ? Optional.empty() : results.numbered(voices.of(insurer), number);
        String given = name.claimKey();
        if (given == null) {
            return numbered.flatMap(key -> own(insurer, key))
                    .map(NamedClaims::found)
                    .orElseGet(() -> unknown(name));
        }
        Optional<Claim> claim = own(insurer, new ClaimKey(given));
        if (claim.isEmpty()) {
            return unknown(name);
        }
        return number == null || fits(claim.get(), number, numbered) ? found(claim.get()) : two(name);
    }

    private Optional<Claim> own(String insurer, ClaimKey key) {
        return claims.lock(key)
                .filter(claim -> voices.of(insurer).contains(claim.subject().insurer()));
    }

    /**
     * A number that nobody has may come with an early result, whose claim has none yet, or for a claim that was filed by hand, where a person
     * wrote down what the portal showed.
     */
    private static boolean fits(Claim claim, String number, Optional<ClaimKey> numbered) {
        if (numbered.isPresent()) {
            return numbered.get().equals(claim.key());
        }
        return claim.insurerClaimNumber() == null || claim.manual() != null;
    }

    private static Found found(Claim claim) {
        return new Found(claim, ProblemCode.REC_001, "");
    }

    private static Found unknown(ClaimName name) {
        return new Found(
                null,
                ProblemCode.REC_001,
                name.claimKey() == null && name.insurerClaimNumber() == null
                        ? "the message names no claim; give claimKey or insurerClaimNumber"
                        : "there is no claim " + words(name) + " of yours; correct the name");
    }

    private static Found two(ClaimName name) {
        return new Found(null, ProblemCode.REC_003, words(name) + " are not names of one claim; correct one of them");
    }

    private static String words(ClaimName name) {
        if (name.claimKey() == null) {
            return "\"" + name.insurerClaimNumber() + "\"";
        }
        return "\"" + name.claimKey() + "\""
                + (name.insurerClaimNumber() == null ? "" : " / \"" + name.insurerClaimNumber() + "\"");
    }
}
