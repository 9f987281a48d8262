package io.claimgate.flow.intake;

import io.claimgate.feed.FilePhase;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.util.Map;
import java.util.Objects;

/** Files that a guard has stopped. Joins the caller's transaction. */
public final class HeldFiles {

    private final ErpFiles files;
    private final Alerts alerts;
    private final EventLog events;
    private final Tasks tasks;
    private final BusinessClock clock;

    public HeldFiles(ErpFiles files, Alerts alerts, EventLog events, Tasks tasks, BusinessClock clock) {
        this.files = files;
        this.alerts = alerts;
        this.events = events;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Tells people that a file waits for them. */
    void tell(ErpFile file) {
        Reason reason = file.reasons().get(0);
        events.record(
                file.stream(),
                "file.held",
                EventLog.MACHINE,
                file.creditor(),
                Map.of("code", reason.code(), "reason", reason.message()));
        alerts.raise(
                ProblemCode.ERP_008,
                Alerts.Severity.WARNING,
                file.stream(),
                "",
                file.creditor(),
                reason.code() + " file " + file.id() + " (" + file.name() + "): " + reason.message());
    }

    /** A newer snapshot of the feed makes those that wait pointless. */
    void supersede(ErpFile newer) {
        for (ErpFile waiting : files.held(newer.source(), Objects.requireNonNull(newer.feed()))) {
            if (waiting.id() < newer.id()) {
                Reason reason = Reason.of(
                        ProblemCode.ERP_008,
                        "superseded by the newer snapshot " + newer.name() + " (file " + newer.id() + ")");
                decided(
                        waiting,
                        waiting.refused(FileStatus.REJECTED, reason, EventLog.MACHINE),
                        "file.refused",
                        EventLog.MACHINE,
                        reason.message());
            }
        }
    }

    /** Makes a person's decision stand and goes on with the file. */
    void decided(ErpFile before, ErpFile after, String event, String actor, String reason) {
        if (before.phase() != FilePhase.HELD) {
            throw new NotHeld(before);
        }
        files.save(before, after);
        events.record(before.stream(), event, actor, before.creditor(), Map.of("reason", reason));
        alerts.clear(ProblemCode.ERP_008, before.stream(), actor);
        tasks.arm(IntakeTask.KIND, before.ref(), before.creditor(), clock.now(), Tasks.NEVER);
    }

    /** The file does not wait for a decision. */
    public static final class NotHeld extends RuntimeException {
        public NotHeld(ErpFile file) {
            super(ProblemCode.OPS_006.code() + " file " + file.id() + " (" + file.name() + ") is " + file.phase()
                    + (file.status() == null ? "" : " with status " + file.status())
                    + ", not HELD; nothing is to be decided");
        }
    }
}
