package io.claimgate.laboratory.checker;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * What counts as right in a run.
 *
 * @param opensMonths after the oldest due date of a buyer the window opens
 * @param closesMonths after it the window closes
 * @param resent claim keys that a person sent again as a possible duplicate
 * @param repeatsAllowed whether an insurer that cannot be asked, and takes a key once only, may get it again
 * @param parkedAllowed whether work may wait for a person
 * @param secrets that no log may hold
 */
public record Terms(
        int opensMonths,
        int closesMonths,
        ZoneId zone,
        Set<String> resent,
        boolean repeatsAllowed,
        boolean parkedAllowed,
        Set<String> secrets) {

    public static final Terms STRICT = new Terms(2, 4, ZoneId.of("Europe/Berlin"), Set.of(), false, false, Set.of());

    LocalDate opens(LocalDate due) {
        return due.plusMonths(opensMonths);
    }

    LocalDate closes(LocalDate due) {
        return due.plusMonths(closesMonths);
    }

    public Terms withRepeats() {
        return new Terms(opensMonths, closesMonths, zone, resent, true, parkedAllowed, secrets);
    }

    public Terms withParked() {
        return new Terms(opensMonths, closesMonths, zone, resent, repeatsAllowed, true, secrets);
    }

    public Terms withSecrets(Set<String> these) {
        return new Terms(opensMonths, closesMonths, zone, resent, repeatsAllowed, parkedAllowed, these);
    }
}
