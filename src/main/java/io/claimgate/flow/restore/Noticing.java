package io.claimgate.flow.restore;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.Departure;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.audit.Block;
import io.claimgate.flow.audit.ChainStore;
import io.claimgate.flow.audit.Heads;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.declaration.PauseScope;
import io.claimgate.flow.declaration.Pauses;
import io.claimgate.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At the start, before anything is taken or sent: is the database older than what left? The journal of departures, the anchor of the history,
 * files in out/ and the mark of a backup tell; where nothing is left to tell, the operator says so. Then outgoing is paused, and a task
 * reconciles.
 */
public final class Noticing {

    private static final Logger LOG = LoggerFactory.getLogger(Noticing.class);

    /** Their names sort by time, and a database forgets the youngest first. */
    private static final int YOUNG_FILES = 50;

    private final RestoreBook book;
    private final Journal journal;
    private final Surroundings surroundings;
    private final ChainStore chain;
    private final Heads heads;
    private final Pauses pauses;
    private final Ideas ideas;

    public Noticing(
            RestoreBook book,
            Journal journal,
            Surroundings surroundings,
            ChainStore chain,
            Heads heads,
            Pauses pauses,
            Ideas ideas) {
        this.book = book;
        this.journal = journal;
        this.surroundings = surroundings;
        this.chain = chain;
        this.heads = heads;
        this.pauses = pauses;
        this.ideas = ideas;
    }

    /**
     * Looks, and pauses what has to be paused.
     *
     * @param said what an operator calls the restore that he has made; blank for none
     * @return the restore that was noticed now
     */
    public Optional<Restore> look(String said) {
        Map<String, String> signs = signs(said);
        if (signs.isEmpty()) {
            return Optional.empty();
        }
        Optional<Restore> opened = Objects.requireNonNull(ideas.transactions().execute(status -> open(signs)));
        surroundings.backupNoticed();
        opened.ifPresent(restore -> LOG.warn("OPS-030 outgoing is paused: {}", restore.reason()));
        return opened;
    }

    private Optional<Restore> open(Map<String, String> signs) {
        boolean running = ideas.restores().last().filter(Restore::open).isPresent();
        if (running
                && signs.keySet().stream().noneMatch(sign -> sign.startsWith("said") || sign.startsWith("backup"))) {
            // What is seen again after a restart in the middle belongs to the one that is under way.
            return Optional.empty();
        }
        String reason = String.join("; ", signs.values());
        Optional<Restore> opened = book.open(List.copyOf(signs.keySet()), reason, ideas.now(), ideas.systemNow());
        opened.ifPresent(this::pause);
        return opened;
    }

    private void pause(Restore restore) {
        journal.belongsTo(restore);
        pauses.add(new Pauses.Pause(
                PauseScope.ALL, "*", EventLog.MACHINE, "the database was restored: " + restore.reason(), ideas.now()));
        ideas.alerts()
                .raise(
                        ProblemCode.OPS_030,
                        Alerts.Severity.CRITICAL,
                        Outgoing.RESTORE_SUBJECT,
                        Long.toString(restore.id()),
                        "*",
                        ProblemCode.OPS_030.code() + " " + restore.reason() + ". " + ProblemCode.OPS_030.mend());
        ideas.events()
                .record(
                        Outgoing.RESTORE_SUBJECT,
                        "gateway.restored",
                        EventLog.MACHINE,
                        "*",
                        Map.of("restore", restore.id(), "reason", restore.reason()));
        ideas.tasks().arm(TaskKinds.RESTORE, Long.toString(restore.id()), "*", ideas.now(), Tasks.NEVER);
    }

    /** What tells of it, in words by what names it for ever. */
    private Map<String, String> signs(String said) {
        Map<String, String> signs = new LinkedHashMap<>();
        if (!said.isBlank()) {
            signs.put("said:" + said.strip(), "an operator says so (claimgate.restore.said=" + said.strip() + ")");
        }
        surroundings
                .backup()
                .ifPresent(name -> signs.put("backup:" + name, "this home was copied from the backup " + name));
        unknown().ifPresent(departure -> signs.put("left:" + name(departure), words(departure) + " and is not known"));
        cut().ifPresent(head -> signs.put(
                "head:" + head.hash(),
                "block " + head.number() + " of the history was sealed and is not in the database"));
        surroundings
                .written()
                .forEach((source, names) -> names.stream()
                        .skip(Math.max(0, names.size() - YOUNG_FILES))
                        .filter(name -> !book.knowsOut(source, name))
                        .findFirst()
                        .ifPresent(name -> signs.put(
                                "out:" + source + "/" + name,
                                "out/ of " + source + " holds " + name + ", which is not known")));
        return signs;
    }

    private Optional<Departure> unknown() {
        List<Departure> youngest = journal.youngest();
        return Objects.requireNonNull(ideas.transactions()
                .execute(status -> youngest.stream()
                        .filter(departure -> !book.knows(departure))
                        .reduce((first, last) -> last)));
    }

    /** The newest head of which the database has no block. */
    private Optional<Block> cut() {
        try {
            long newest = chain.newest().map(Block::number).orElse(0L);
            return heads.last().filter(head -> head.number() > newest);
        } catch (Heads.Unreadable e) {
            // The sealer tells of it.
            return Optional.empty();
        }
    }

    private static String name(Departure departure) {
        if (departure instanceof Departure.MessageSent sent) {
            return sent.claimKey() + "/" + sent.operation() + "/" + sent.attempt() + "/" + sent.systemAt();
        }
        return departure instanceof Departure.FileTaken taken
                ? taken.source() + "/" + taken.name() + "/" + taken.ordinal()
                : ((Departure.FileWritten) departure).source() + "/" + ((Departure.FileWritten) departure).name();
    }

    private static String words(Departure departure) {
        if (departure instanceof Departure.MessageSent sent) {
            return sent.operation() + " of claim " + sent.claimKey() + " left at " + sent.at();
        }
        return departure instanceof Departure.FileTaken taken
                ? "file " + taken.name() + " of " + taken.source() + " was taken at " + taken.receivedAt()
                : "file " + ((Departure.FileWritten) departure).name() + " was written for "
                        + ((Departure.FileWritten) departure).source();
    }
}
