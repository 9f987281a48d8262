package io.claimgate.laboratory.checker;

/**
 * Something that must never be.
 *
 * @param invariant I1 to I9
 * @param kind one word for the report: lost, doubled, early, late, ...
 * @param subject what it is about: a buyer, a claim key, a file
 */
public record Violation(String invariant, String kind, String subject, String what) {

    @Override
    public String toString() {
        return invariant + " " + kind + " " + subject + ": " + what;
    }
}
