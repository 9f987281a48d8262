package io.claimgate.flow.bookkeeping;

import io.claimgate.flow.Departure;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Vault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of holds: what an ERP must be told of its customer numbers, of one creditor. */
final class HoldBatches implements BatchWork {

    private final Holds holds;
    private final OutBatches batches;
    private final FileWriter files;
    private final Ideas ideas;

    HoldBatches(Holds holds, OutBatches batches, FileWriter files, Ideas ideas) {
        this.holds = holds;
        this.batches = batches;
        this.files = files;
        this.ideas = ideas;
    }

    @Override
    public OutBatch.Kind kind() {
        return OutBatch.Kind.HOLDS;
    }

    @Override
    public Optional<OutBatch> fix(String source) {
        List<Holds.Line> untold = holds.untold(source);
        if (untold.isEmpty()) {
            return Optional.empty();
        }
        String creditor = untold.get(0).creditor();
        List<Holds.Line> lines =
                untold.stream().filter(line -> line.creditor().equals(creditor)).toList();
        Instant now = ideas.now();
        Vault.Stored stored = ideas.vault().put(creditor, "POSTING", files.holds(lines));
        OutBatch batch = batches.insert(
                kind(),
                source,
                creditor,
                batches.nextOrdinal(kind(), source),
                name(source, now),
                stored,
                lines.size(),
                now);
        holds.told(batch, lines);
        return Optional.of(batch);
    }

    /** Two files of one millisecond: the second one is a millisecond later. */
    private String name(String source, Instant now) {
        Instant at = now;
        while (batches.named(source, "holds_" + OutNames.stamp(at) + ".csv")) {
            at = at.plus(1, ChronoUnit.MILLIS);
        }
        return "holds_" + OutNames.stamp(at) + ".csv";
    }

    /** Holds are not answered. */
    @Override
    public boolean answered(OutBatch batch) {
        return false;
    }

    @Override
    public Departure departure(OutBatch batch) {
        return batch.departure(Map.of(), List.of());
    }

    @Override
    public void written(OutBatch batch, String by) {
        ideas.events()
                .record(
                        batch.subject(),
                        "hold.written",
                        by,
                        batch.creditor(),
                        Map.of("source", batch.source(), "file", batch.name(), "sha256", batch.sha256()));
    }

    @Override
    public Optional<String> stuck(String source) {
        return Optional.empty();
    }
}
