package io.claimgate.flow.audit;

import io.claimgate.flow.audit.Finding.Kind;
import java.util.List;

/** Every stream counts 1, 2, 3 ... without a gap, and what came later has the larger id. */
final class StreamCheck {

    private static final int PAGE = 2_000;
    private static final ChainStore.Step BEFORE_ALL = new ChainStore.Step(0, "", 0, "*");

    private final ChainStore store;
    private final Verdict.Tally tally;

    StreamCheck(ChainStore store, Verdict.Tally tally) {
        this.store = store;
        this.tally = tally;
    }

    void check() {
        ChainStore.Step last = BEFORE_ALL;
        List<ChainStore.Step> page = store.steps(last.stream(), last.seq(), PAGE);
        while (!page.isEmpty()) {
            for (ChainStore.Step step : page) {
                check(last.stream().equals(step.stream()) ? last : BEFORE_ALL, step);
                last = step;
            }
            page = store.steps(last.stream(), last.seq(), PAGE);
        }
    }

    private void check(ChainStore.Step before, ChainStore.Step step) {
        long expected = before.seq() + 1;
        if (step.seq() != expected) {
            String missing = expected == step.seq() - 1
                    ? "number " + expected + " is missing"
                    : "numbers " + expected + " to " + (step.seq() - 1) + " are missing";
            tally.add(new Finding(Kind.STREAM_GAP, "stream " + step.stream(), step.creditor(), missing));
        }
        if (step.id() < before.id()) {
            tally.add(new Finding(
                    Kind.EVENTS_REORDERED,
                    "event " + step.id(),
                    step.creditor(),
                    "it has number " + step.seq() + " of " + step.stream() + " and a smaller id than the one before, "
                            + before.id()));
        }
    }
}
