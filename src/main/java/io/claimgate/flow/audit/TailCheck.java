package io.claimgate.flow.audit;

import io.claimgate.flow.audit.Finding.Kind;
import java.util.List;

/** Events that are in no block: not yet, or not any more. */
final class TailCheck {

    private static final int PAGE = 1_000;

    private final ChainStore store;
    private final AuditKeys keys;
    private final Verdict.Tally tally;

    TailCheck(ChainStore store, AuditKeys keys, Verdict.Tally tally) {
        this.store = store;
        this.keys = keys;
        this.tally = tally;
    }

    void check() {
        List<KeptEvent> page = store.unsealed(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::unsealed);
            page = store.unsealed(page.get(page.size() - 1).event().id(), PAGE);
        }
        store.strays(Verdict.TOLD)
                .forEach(stray -> tally.add(new Finding(
                        Kind.EVENT_WITHOUT_BLOCK,
                        "event " + stray.id(),
                        stray.creditor(),
                        "it says that it is sealed, and its block is not there or does not reach to it")));
    }

    /** Nothing is erased before it is sealed. */
    private void unsealed(KeptEvent kept) {
        tally.events++;
        tally.unsealed++;
        if (!keys.vouchedFor(kept)) {
            tally.add(Finding.of(
                    Kind.EVENT_INSERTED,
                    kept.event(),
                    "it waits for its block and no gateway recorded it as it stands"));
        }
        if (kept.payload() == null || !kept.payloadFits()) {
            tally.add(Finding.of(
                    Kind.PAYLOAD_CHANGED, kept.event(), "its payload is not the one that it was recorded with"));
        }
    }
}
