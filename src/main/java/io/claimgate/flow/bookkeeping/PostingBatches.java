package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.AccountingMapping;
import io.claimgate.accounting.Posting;
import io.claimgate.accounting.PostingState;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.Departure;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;

/** Files of postings: those of one creditor, in the order in which they were made. */
final class PostingBatches implements BatchWork {

    /** Each posting is an event when its file is written; a transaction stays short. */
    private static final int MOST = 500;

    private final Postings postings;
    private final OutBatches batches;
    private final Mappings mappings;
    private final FileWriter files;
    private final Ideas ideas;
    private final BookkeepingSettings settings;

    PostingBatches(
            Postings postings,
            OutBatches batches,
            Mappings mappings,
            FileWriter files,
            Ideas ideas,
            BookkeepingSettings settings) {
        this.postings = postings;
        this.batches = batches;
        this.mappings = mappings;
        this.files = files;
        this.ideas = ideas;
        this.settings = settings;
    }

    @Override
    public OutBatch.Kind kind() {
        return OutBatch.Kind.POSTINGS;
    }

    @Override
    public Optional<OutBatch> fix(String source) {
        AccountingMapping mapping = mappings.of(source);
        List<Posting> writable = writable(source, mapping);
        if (writable.isEmpty()) {
            return Optional.empty();
        }
        String creditor = writable.get(0).creditor();
        List<Posting> own = writable.stream()
                .filter(posting -> posting.creditor().equals(creditor))
                .toList();
        Instant now = ideas.now();
        Map<String, Long> numbers = new LinkedHashMap<>();
        List<FileWriter.Entry> entries = new ArrayList<>();
        long entryNo = postings.nextEntry(source, creditor);
        for (Posting posting : own) {
            entries.add(new FileWriter.Entry(posting, entryNo));
            numbers.put(posting.id(), entryNo++);
        }
        byte[] bytes =
                files.postings(mapping, entries, now.atOffset(ZoneOffset.UTC).toLocalDate());
        Vault.Stored stored = ideas.vault().put(creditor, "POSTING", bytes);
        long ordinal = batches.nextOrdinal(kind(), source);
        String name = "postings_" + OutNames.stamp(now) + "_" + ordinal + "."
                + mapping.format().extension();
        OutBatch batch = batches.insert(kind(), source, creditor, ordinal, name, stored, own.size(), now);
        if (!postings.fix(batch, numbers)) {
            throw new ConcurrencyFailureException("postings of " + source + " were taken by another batch");
        }
        return Optional.of(batch);
    }

    @Override
    public boolean answered(OutBatch batch) {
        return postings.of(batch).stream().anyMatch(posting -> posting.state() != PostingState.FIXED);
    }

    @Override
    public Departure departure(OutBatch batch) {
        return batch.departure(postings.entries(batch), postings.payments(batch));
    }

    @Override
    public void written(OutBatch batch, String by) {
        for (Postings.Standing posting : postings.written(batch)) {
            ideas.events()
                    .record(
                            posting.subject(),
                            "posting.written",
                            by,
                            posting.creditor(),
                            Map.of(
                                    "postingId", posting.id(),
                                    "claimKey", posting.claimKey(),
                                    "source", posting.source(),
                                    "file", batch.name(),
                                    "sha256", batch.sha256()));
        }
        Instant answerBy = ideas.now().plus(settings.answerWithin());
        ideas.tasks().arm(AnswerHandler.KIND, Long.toString(batch.id()), batch.creditor(), answerBy, Tasks.NEVER);
    }

    @Override
    public Optional<String> stuck(String source) {
        AccountingMapping mapping = mappings.of(source);
        // Only what cannot be written: what came since the last look can, and has armed the task anew.
        List<Posting> left = postings.open(source, MOST).stream()
                .filter(posting -> !mapping.writes(posting.currency()))
                .toList();
        if (left.isEmpty()) {
            ideas.alerts().clear(ProblemCode.ACC_004, subject(source), EventLog.MACHINE);
            return Optional.empty();
        }
        Posting first = left.get(0);
        String reason = "posting " + first.id() + " of claim " + first.claimKey() + " is in " + first.currency()
                + ", and the FEC of source " + source + " is kept in "
                + mapping.journal().currency() + "; " + ProblemCode.ACC_004.mend();
        ideas.alerts()
                .raise(
                        ProblemCode.ACC_004,
                        Alerts.Severity.CRITICAL,
                        subject(source),
                        "",
                        first.creditor(),
                        ProblemCode.ACC_004.code() + " " + reason);
        return Optional.of(reason);
    }

    /** What the format cannot write does not stop the others. */
    private List<Posting> writable(String source, AccountingMapping mapping) {
        return postings.open(source, MOST).stream()
                .filter(posting -> mapping.writes(posting.currency()))
                .toList();
    }

    private static String subject(String source) {
        return "postings/" + source;
    }
}
