package io.claimgate.recovery;

import io.claimgate.claim.ClaimState;
import io.claimgate.recovery.InsurerResult.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an insurer said of where a claim stands, in its own sequence: by its time, then as it arrived. What it said last holds, however
 * late or out of order we heard it.
 *
 * @param said in sequence
 */
public record InsurersWord(List<Said> said) {

    /** @param id rises with arrival */
    public record Said(long id, Decision status, Instant at) {}

    /** A decision that followed another one. */
    public record Change(Said before, Said after) {}

    /** @param said in any order */
    public InsurersWord {
        said = said.stream()
                .sorted(Comparator.comparing(Said::at).thenComparingLong(Said::id))
                .toList();
    }

    /** What holds; empty if it said nothing. That it has received something does not take back what it said of it before. */
    public Optional<Said> last() {
        Said last = null;
        for (Said each : said) {
            last = last == null || each.status() != Decision.ACKNOWLEDGED ? each : last;
        }
        return Optional.ofNullable(last);
    }

    /** Whether nothing but a refusal holds. */
    public boolean refused() {
        return last().filter(word -> word.status() == Decision.REFUSED).isPresent();
    }

    /** Every time that it decided otherwise than before. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Said before = null;
        for (Said each : said) {
            if (decides(each.status())) {
                if (before != null && before.status() != each.status()) {
                    changes.add(new Change(before, each));
                }
                before = each;
            }
        }
        return changes;
    }

    /** With one more. */
    public InsurersWord and(Said one) {
        List<Said> more = new ArrayList<>(said);
        more.add(one);
        return new InsurersWord(more);
    }

    /** Whether it is the insurer's answer to the claim, not a step on the way to it. */
    public static boolean decides(Decision status) {
        return status == Decision.ACCEPTED || status == Decision.PARTIALLY_ACCEPTED || status == Decision.REFUSED;
    }

    /**
     * Where the claim stands. Money speaks louder than words.
     *
     * @param paid whether the insurer paid
     * @param recovered whether anything was recovered
     * @return null: the insurer has told nothing, it is DECLARED
     */
    public @Nullable ClaimState state(boolean paid, boolean recovered) {
        if (paid) {
            return recovered ? ClaimState.RECOVERING : ClaimState.INDEMNIFIED;
        }
        return last().map(word -> ClaimState.valueOf(word.status().name())).orElse(null);
    }
}
