package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimState;
import io.claimgate.dossier.Chase;
import io.claimgate.dossier.DocumentsClock;
import io.claimgate.dossier.Dossier;
import io.claimgate.dossier.DossierState;
import io.claimgate.dossier.Missing;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.problem.ProblemCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stores how a file stands, tells what changed, and chases what is missing. In the caller's transaction, under the claim's lock. */
final class DossierStanding {

    /** So many are named in a message; the rest is counted. */
    private static final int NAMED = 12;

    private final TransferBooks books;
    private final Ideas ideas;
    private final DossierNews news;

    DossierStanding(TransferBooks books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.news = new DossierNews(ideas);
    }

    Dossier keep(DossierFile file) {
        Claim claim = file.claim();
        Optional<Dossier> before = books.dossiers().find(claim.key());
        LocalDate told = books.dossiers().toldComplete(claim.key()).orElse(null);
        LocalDate stood = before.map(Dossier::completeOn).orElse(null);
        Dossier dossier = Dossier.of(claim, file.completeness(), new Dossier.Known(told, stood, file.awaited()));
        if (before.filter(dossier::equals).isEmpty()) {
            books.dossiers().save(dossier);
            tell(claim, dossier, before.map(Dossier::state).orElse(null));
        }
        if (stood == null && dossier.completeOn() != null) {
            completed(claim, dossier, told != null);
        }
        chase(file, dossier);
        return dossier;
    }

    /** Nothing is chased any more for a claim that has ended. */
    void over(Claim claim) {
        ideas.alerts()
                .clearAll(
                        List.of(ProblemCode.DOS_010, ProblemCode.DOS_013, ProblemCode.DOS_017),
                        DossierNews.stream(claim),
                        EventLog.MACHINE);
    }

    private void tell(Claim claim, Dossier dossier, @org.jspecify.annotations.Nullable DossierState before) {
        if (dossier.required() == 0 && dossier.completeOn() == null || dossier.state() == before) {
            return;
        }
        Map<String, Object> payload = new HashMap<>();
        payload.put("required", dossier.required());
        payload.put("present", dossier.present());
        switch (dossier.state()) {
            case OPEN -> {
                payload.put(
                        "missing",
                        dossier.missing().stream().map(Missing::words).toList());
                news.record(claim, before == null ? "opened" : "reopened", payload);
            }
            case COMPLETE -> news.record(claim, "collected", payload);
            case RECEIVED -> {
                LocalDate on = dossier.completeOn();
                if (on != null) {
                    payload.put("completeOn", on);
                }
                news.record(claim, "completed", payload);
            }
        }
    }

    /** FILE_COMPLETE starts the insurer's clocks and meets ours. */
    private void completed(Claim claim, Dossier dossier, boolean told) {
        LocalDate on = dossier.completeOn();
        if (!told && on != null) {
            books.dossiers().fileComplete(claim, on);
        }
        ideas.tasks()
                .arm(
                        TaskKinds.EXPOSURE,
                        Long.toString(claim.subject().exposureId()),
                        claim.subject().creditor(),
                        ideas.now(),
                        Tasks.NEVER);
    }

    private void chase(DossierFile file, Dossier dossier) {
        Claim claim = file.claim();
        missed(file, dossier);
        // What an insurer has refused may still be contested with documents, but nobody has to.
        boolean settled = dossier.state() == DossierState.RECEIVED || claim.state() == ClaimState.REFUSED;
        Optional<Chase> chase = settled || dossier.missing().isEmpty()
                ? Optional.empty()
                : Chase.on(
                        file.chaseBy(), file.policy().warnings(), claim.window().day(ideas.now()));
        chase.ifPresentOrElse(
                due -> news.alert(
                        claim,
                        ProblemCode.DOS_010,
                        due.critical() ? Severity.CRITICAL : Severity.WARNING,
                        due.step(),
                        dossier.present() + " of " + dossier.required() + " are here, " + words(dossier.missing())
                                + " missing" + by(file)),
                () -> news.clear(claim, ProblemCode.DOS_010));
    }

    private void missed(DossierFile file, Dossier dossier) {
        DocumentsClock clock = file.clock();
        if (clock != null && dossier.completeOn() == null && !ideas.now().isBefore(clock.closesAt())) {
            news.alert(
                    file.claim(),
                    ProblemCode.DOS_017,
                    Severity.CRITICAL,
                    clock.closesOn().toString(),
                    "the documents were not all at " + file.claim().subject().insurer() + " by " + clock.closesOn());
        }
    }

    private static String by(DossierFile file) {
        LocalDate by = file.chaseBy();
        DocumentsClock clock = file.clock();
        return (by == null ? "" : "; safe until " + by)
                + (clock == null ? "" : ", the clock closes on " + clock.closesOn());
    }

    private static String words(List<Missing> missing) {
        String named = missing.stream().limit(NAMED).map(Missing::words).collect(Collectors.joining(", "));
        return missing.size() <= NAMED ? named : named + " and " + (missing.size() - NAMED) + " more";
    }
}
