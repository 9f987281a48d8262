package io.claimgate.policy;

/** The close of another rule, unrolled: never an earlier event (deadlines.md 1). */
public record EndOf(DeadlineKind kind) implements Anchor {

    @Override
    public String text() {
        return kind.endAnchor();
    }
}
