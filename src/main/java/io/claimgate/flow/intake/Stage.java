package io.claimgate.flow.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.InvoiceRow;
import io.claimgate.feed.Row;
import io.claimgate.feed.RowFaults;
import io.claimgate.feed.RowReader;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** STAGE: streams a file into staging rows and faults, a checkpoint per batch. A killed gateway reads again and skips what is there. */
public final class Stage {

    private final ErpFiles files;
    private final Staging staging;
    private final Faults faults;
    private final Vault vault;
    private final Records.Format csv;
    private final PolicyLookup policies;
    private final TransactionOperations transactions;
    private final BusinessClock clock;
    private final int batchRows;

    public Stage(
            ErpFiles files,
            Staging staging,
            Faults faults,
            Vault vault,
            Records.Format csv,
            PolicyLookup policies,
            TransactionOperations transactions,
            BusinessClock clock,
            IntakeSettings settings) {
        this.files = files;
        this.staging = staging;
        this.faults = faults;
        this.vault = vault;
        this.csv = csv;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
        this.batchRows = settings.stageRows();
    }

    /** What staging came to. {@code repeats}: whether a business key may stand there twice. */
    record Staged(ErpFile file, boolean repeats) {}

    /** Stages all of it, or concludes that it cannot be read. */
    Staged stage(ErpFile file, ErpSource source, Feed feed) {
        KeysSeen keys = file.stagedLine() == 0 ? new KeysSeen() : KeysSeen.unknown();
        try (Records records = csv.open(vault.open(file.content()), feed.csv())) {
            RowReader reader = RowReader.of(source, feed, records.header(), clock.today(ZoneOffset.UTC));
            refuseMissing(reader.missingColumns());
            return new Staged(stageAll(file, feed, records, reader, keys), keys.mayRepeat());
        } catch (FileRefused e) {
            ErpFile now = current(file);
            return new Staged(save(now, now.concluded(FileStatus.REJECTED, List.of(e.reason()))), true);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file.id() + " cannot be read from the vault", e);
        }
    }

    private ErpFile stageAll(ErpFile file, Feed feed, Records records, RowReader reader, KeysSeen keys) {
        boolean more = records.next();
        while (more && records.line() <= file.stagedLine()) {
            more = records.next();
        }
        ErpFile now = file;
        Reading reading = new Reading(records, reader, keys, new PoliciesSeen(policies), more);
        while (reading.more) {
            now = stageBatch(now, feed, reading);
        }
        ErpFile last = now;
        return inTransaction(() -> {
            staging.complete(feed.kind());
            return save(last, last.staged());
        });
    }

    private ErpFile stageBatch(ErpFile file, Feed feed, Reading reading) {
        return inTransaction(() -> {
            RowFaults found = new RowFaults();
            Map<Long, String> rejectedInvoices = new HashMap<>();
            long read = 0;
            long rejected = 0;
            long line = file.stagedLine();
            try (Staging.Batch batch = staging.open(file.id(), feed.kind())) {
                for (; read < batchRows && reading.more; read++) {
                    line = reading.records.line();
                    found.begin(line);
                    boolean taken = stageRow(reading, batch, found);
                    if (!taken) {
                        rejected++;
                        reading.reader.lastInvoice().ifPresent(number -> rejectedInvoices.put(found.line(), number));
                    }
                    reading.more = reading.records.next();
                }
            }
            faults.add(file.id(), found.drain());
            if (feed.semantics() == Feed.Semantics.SNAPSHOT) {
                staging.rejectedInvoices(file.id(), rejectedInvoices);
            }
            return save(file, file.stagedTo(line, Counts.ofRead(read, rejected)));
        });
    }

    private boolean stageRow(Reading reading, Staging.Batch batch, RowFaults found) {
        Records records = reading.records;
        if (records.size() != records.header().size()) {
            found.reject(
                    "",
                    ProblemCode.ERP_112,
                    records.size() + " fields, the header has "
                            + records.header().size() + "; correct the row and drop it again",
                    null);
            return false;
        }
        Row row = reading.reader.read(records.line(), records.values(), found);
        if (row == null) {
            return false;
        }
        PolicyLookup.Found policy = null;
        if (row instanceof InvoiceRow invoice) {
            policy = policyOf(invoice, reading, found);
            if (found.rejected()) {
                return false;
            }
            warnOfCreditTerm(invoice, policy, found);
        }
        reading.keys.add(row);
        batch.add(row, policy);
        return true;
    }

    /** It is taken all the same: it is owed, only not insured (deadlines.md 20). */
    private static void warnOfCreditTerm(InvoiceRow row, PolicyLookup.@Nullable Found policy, RowFaults found) {
        LocalDate due = row.dueDate();
        LocalDate latest =
                policy == null ? null : policy.creditTerm().latestDueDate(row.issueDate(), row.deliveryDate());
        if (due != null && latest != null && due.isAfter(latest)) {
            found.warn(
                    "dueDate",
                    ProblemCode.ERP_204,
                    "policy " + Objects.requireNonNull(policy).policy() + " allows none after " + latest
                            + "; taken, but not insured",
                    due.toString());
        }
    }

    private PolicyLookup.@Nullable Found policyOf(InvoiceRow row, Reading reading, RowFaults found) {
        String named = row.policy();
        if (named == null) {
            return policies.find(row.creditor(), row.buyer().country(), row.deliveryDate(), row.issueDate())
                    .orElse(null);
        }
        Optional<PolicyLookup.Found> policy = policies.named(named, row.creditor());
        if (policy.isEmpty()) {
            found.reject(
                    "policy",
                    ProblemCode.ERP_106,
                    "no policy of creditor " + row.creditor() + "; correct the row or add the policy",
                    named);
        }
        return policy.orElse(null);
    }

    private static void refuseMissing(List<String> columns) {
        if (!columns.isEmpty()) {
            throw new FileRefused(
                    ProblemCode.ERP_004,
                    "line 1: the header lacks " + String.join(", ", columns) + "; correct the export or the mapping");
        }
    }

    private ErpFile current(ErpFile file) {
        return inTransaction(() -> files.get(file.id()));
    }

    private ErpFile save(ErpFile before, ErpFile after) {
        return inTransaction(() -> {
            files.save(before, after);
            return after;
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** Where the reading of a file stands. */
    private static final class Reading {
        final Records records;
        final RowReader reader;
        final KeysSeen keys;
        final PoliciesSeen policies;
        boolean more;

        Reading(Records records, RowReader reader, KeysSeen keys, PoliciesSeen policies, boolean more) {
            this.records = records;
            this.reader = reader;
            this.keys = keys;
            this.policies = policies;
            this.more = more;
        }
    }
}
