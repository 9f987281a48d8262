package io.claimgate.flow.watch;

import io.claimgate.deadline.Deadline;
import io.claimgate.deadline.DeadlineStatus;
import io.claimgate.deadline.Warning;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.bookkeeping.Holds;
import io.claimgate.flow.bookkeeping.StopSupply;
import io.claimgate.policy.ChangeTerms;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.ClaimFacts;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import io.claimgate.receivable.UnknownDate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells people and other systems what a new picture of an exposure means: alerts raised and cleared once, events in order. */
public final class Notices {

    private final Alerts alerts;
    private final EventLog events;
    private final StopSupply supply;

    public Notices(Alerts alerts, EventLog events, StopSupply supply) {
        this.alerts = alerts;
        this.events = events;
        this.supply = supply;
    }

    void tell(ExposureRow exposure, ExposurePicture picture, DeadlineChanges changes, ExposureFacts facts) {
        coverStop(exposure, picture);
        warnings(exposure, picture);
        turned(exposure, changes);
        foreclosed(exposure, picture, changes, facts);
        unknown(exposure, picture, facts);
        reopened(exposure, picture, facts);
        needsPerson(exposure, picture, facts);
        new ConcernNotices(alerts).tell(exposure, picture, facts);
    }

    private void coverStop(ExposureRow exposure, ExposurePicture picture) {
        LocalDate before = exposure.coverStoppedOn();
        LocalDate now = picture.coverStoppedOn();
        if (before == null && now != null) {
            events.record(
                    exposure.subject(),
                    "exposure.cover-stopped",
                    EventLog.MACHINE,
                    exposure.creditor(),
                    Map.of("coverStoppedOn", now));
            alerts.raise(
                    ProblemCode.CLM_002,
                    Severity.INFO,
                    exposure.subject(),
                    "",
                    exposure.creditor(),
                    text(ProblemCode.CLM_002, exposure, "new deliveries are not insured since " + now));
            supply.stopped(held(exposure), now, picture.term().policy().name());
        } else if (before != null && now == null) {
            events.record(
                    exposure.subject(),
                    "exposure.cover-restored",
                    EventLog.MACHINE,
                    exposure.creditor(),
                    Map.of("coverWasStoppedOn", before));
            alerts.clear(ProblemCode.CLM_002, exposure.subject(), EventLog.MACHINE);
            supply.restored(held(exposure), picture.term().policy().dayEnd().zone());
        }
    }

    private static Holds.Subject held(ExposureRow exposure) {
        return new Holds.Subject(exposure.id(), exposure.creditor(), exposure.buyerId());
    }

    private void warnings(ExposureRow exposure, ExposurePicture picture) {
        Set<String> steps = new HashSet<>();
        for (Warning warning : picture.warnings()) {
            String step = warning.kind() + "/" + warning.safeOn() + "/" + warning.step();
            steps.add(step);
            Deadline deadline = picture.deadline(warning.kind()).orElse(null);
            String closes = deadline == null
                    ? ""
                    : ", it closes on " + deadline.closesOn() + "; at risk "
                            + deadline.amountAtRisk().toPlainString() + " " + deadline.currency();
            boolean fresh = alerts.raise(
                    ProblemCode.CLM_001,
                    warning.step() <= 1 ? Severity.CRITICAL : Severity.WARNING,
                    exposure.subject(),
                    step,
                    exposure.creditor(),
                    text(
                            ProblemCode.CLM_001,
                            exposure,
                            warning.kind() + " has its safe date on " + warning.safeOn() + closes));
            if (fresh) {
                events.record(
                        exposure.subject(),
                        "deadline.warned",
                        EventLog.MACHINE,
                        exposure.creditor(),
                        Map.of("kind", warning.kind().name(), "step", warning.step(), "safeOn", warning.safeOn()));
            }
        }
        alerts.retain(ProblemCode.CLM_001, exposure.subject(), steps, EventLog.MACHINE);
    }

    private void turned(ExposureRow exposure, DeadlineChanges changes) {
        for (Deadline deadline : changes.turned()) {
            boolean met = deadline.status() == DeadlineStatus.MET;
            events.record(
                    exposure.subject(),
                    met ? "deadline.met" : "deadline.missed",
                    EventLog.MACHINE,
                    exposure.creditor(),
                    dates(deadline));
            if (!met && deadline.kind().metByDeclaring()) {
                alerts.raise(
                        ProblemCode.CLM_003,
                        Severity.CRITICAL,
                        exposure.subject(),
                        deadline.kind() + "/" + deadline.closesOn(),
                        exposure.creditor(),
                        text(
                                ProblemCode.CLM_003,
                                exposure,
                                deadline.kind() + " closed on " + deadline.closesOn()
                                        + " without an accepted declaration"));
            }
        }
    }

    /** A receivable whose close passed while the exposure's clock has moved on to another one. */
    private void foreclosed(
            ExposureRow exposure, ExposurePicture picture, DeadlineChanges changes, ExposureFacts facts) {
        boolean told = changes.turned().stream()
                .anyMatch(deadline ->
                        deadline.kind().equals(DeadlineKind.DECLARATION) && deadline.status() == DeadlineStatus.MISSED);
        if (told) {
            return;
        }
        for (Long id : picture.newlyForeclosed()) {
            String invoice = invoice(id, facts);
            events.record(
                    exposure.subject(),
                    "deadline.missed",
                    EventLog.MACHINE,
                    exposure.creditor(),
                    Map.of("kind", DeadlineKind.DECLARATION.name(), "governedBy", id));
            alerts.raise(
                    ProblemCode.CLM_003,
                    Severity.CRITICAL,
                    exposure.subject(),
                    "invoice/" + invoice,
                    exposure.creditor(),
                    text(
                            ProblemCode.CLM_003,
                            exposure,
                            "invoice " + invoice + " was not declared in its window and is foreclosed"));
        }
    }

    private void unknown(ExposureRow exposure, ExposurePicture picture, ExposureFacts facts) {
        Set<String> steps = new HashSet<>();
        for (UnknownDate unknown : picture.unknown()) {
            String step = unknown.receivableId() + "/" + unknown.kind();
            steps.add(step);
            alerts.raise(
                    ProblemCode.CLM_004,
                    Severity.CRITICAL,
                    exposure.subject(),
                    step,
                    exposure.creditor(),
                    text(
                            ProblemCode.CLM_004,
                            exposure,
                            unknown.kind() + " of receivable " + unknown.receivableId() + " lacks "
                                    + unknown.missing()));
        }
        alerts.retain(ProblemCode.CLM_004, exposure.subject(), steps, EventLog.MACHINE);
    }

    private void reopened(ExposureRow exposure, ExposurePicture picture, ExposureFacts facts) {
        Set<String> steps = new HashSet<>();
        for (Long receivable : picture.reopenedNearClose()) {
            steps.add(receivable.toString());
            alerts.raise(
                    ProblemCode.CLM_011,
                    Severity.CRITICAL,
                    exposure.subject(),
                    receivable.toString(),
                    exposure.creditor(),
                    text(
                            ProblemCode.CLM_011,
                            exposure,
                            "a payment on receivable " + receivable
                                    + " bounced; it is open again with its first dates"));
        }
        alerts.retain(ProblemCode.CLM_011, exposure.subject(), steps, EventLog.MACHINE);
    }

    private void needsPerson(ExposureRow exposure, ExposurePicture picture, ExposureFacts facts) {
        Set<String> steps = new HashSet<>();
        if (picture.supplementNeeded() && nobodySupplements(picture, facts)) {
            steps.add("supplement");
            alerts.raise(
                    ProblemCode.CLM_012,
                    Severity.WARNING,
                    exposure.subject(),
                    "supplement",
                    exposure.creditor(),
                    text(
                            ProblemCode.CLM_012,
                            exposure,
                            "the insurer has the claim, and receivables are open that are not in it; declare them as a supplement"));
        }
        alerts.retain(ProblemCode.CLM_012, exposure.subject(), steps, EventLog.MACHINE);
    }

    /** Where the policy has nobody told, or the insurer has paid and the claim is final, only a person can do something about them. */
    private static boolean nobodySupplements(ExposurePicture picture, ExposureFacts facts) {
        ClaimFacts claim = facts.claim();
        return picture.term().policy().changes().tell() == ChangeTerms.Tell.NEVER
                || (claim != null && claim.after().indemnifiedOn() != null);
    }

    static String invoice(long receivable, ExposureFacts facts) {
        return facts.receivables().stream()
                .filter(found -> found.id() == receivable)
                .map(found -> found.invoiceNumber() + "/" + found.instalment())
                .findFirst()
                .orElse("receivable " + receivable);
    }

    private static Map<String, Object> dates(Deadline deadline) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("kind", deadline.kind().name());
        putIfKnown(payload, "closesOn", deadline.closesOn());
        putIfKnown(payload, "governedBy", deadline.governedBy());
        payload.put("amountAtRisk", deadline.amountAtRisk());
        payload.put("currency", deadline.currency());
        return payload;
    }

    private static void putIfKnown(Map<String, Object> payload, String name, @Nullable Object value) {
        if (value != null) {
            payload.put(name, value);
        }
    }

    static String text(ProblemCode code, ExposureRow exposure, String what) {
        return code.code() + " " + exposure.subject() + " (" + exposure.contract() + "): " + what + ". " + code.mend();
    }
}
