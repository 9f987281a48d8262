package io.claimgate.laboratory.checker;

import java.util.ArrayList;
import java.util.List;

/** Judges a run by I1 to I9. */
public final class Checker {

    private Checker() {}

    /** Every violation; none where all is well. */
    public static List<Violation> check(Run run, Terms terms) {
        List<Violation> found = new ArrayList<>();
        found.addAll(Declared.check(run, terms));
        found.addAll(Evidence.check(run));
        found.addAll(Booked.check(run));
        found.addAll(Sums.check(run, terms));
        found.addAll(Standing.check(run, terms));
        found.addAll(Answered.check(run, terms));
        return found;
    }
}
