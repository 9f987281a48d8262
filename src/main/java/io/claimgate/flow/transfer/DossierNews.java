package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.problem.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How events and alerts of dossiers and transfers are named. All calls join the caller's transaction, which holds the claim's lock. */
final class DossierNews {

    private static final List<ProblemCode> OF_A_TRANSFER =
            List.of(ProblemCode.DOS_011, ProblemCode.DOS_012, ProblemCode.DOS_015, ProblemCode.DOS_016);

    private final Ideas ideas;

    DossierNews(Ideas ideas) {
        this.ideas = ideas;
    }

    static String stream(Claim claim) {
        return "claim/" + claim.key();
    }

    void record(Claim claim, String what, Map<String, ?> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("claimKey", claim.key().value());
        payload.put("exposureId", claim.subject().exposureId());
        ideas.events()
                .record(
                        stream(claim),
                        "dossier." + what,
                        EventLog.MACHINE,
                        claim.subject().creditor(),
                        payload);
    }

    void record(Claim claim, Transfer transfer, String what, Map<String, ?> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("transfer", transfer.number());
        payload.put("channel", transfer.channel());
        payload.put("name", transfer.name());
        record(claim, what, payload);
    }

    /** Something about the whole dossier; a new {@code step} replaces the one before. */
    void alert(Claim claim, ProblemCode code, Severity severity, String step, String message) {
        ideas.alerts().retain(code, stream(claim), Set.of(step), EventLog.MACHINE);
        ideas.alerts()
                .raise(code, severity, stream(claim), step, claim.subject().creditor(), text(claim, code, message));
    }

    void clear(Claim claim, ProblemCode code) {
        ideas.alerts().clear(code, stream(claim), EventLog.MACHINE);
    }

    /** Something about one transfer. */
    void alert(Claim claim, Transfer transfer, ProblemCode code, Severity severity, String message) {
        String what = "transfer " + transfer.number() + " (" + transfer.name() + "): " + message;
        ideas.alerts()
                .raise(
                        code,
                        severity,
                        subject(claim, transfer),
                        "",
                        claim.subject().creditor(),
                        text(claim, code, what));
    }

    /** Nothing is left to be done about it. */
    void clearAll(Claim claim, Transfer transfer) {
        ideas.alerts().clearAll(OF_A_TRANSFER, subject(claim, transfer), EventLog.MACHINE);
    }

    void clear(Claim claim, Transfer transfer, ProblemCode code) {
        ideas.alerts().clear(code, subject(claim, transfer), EventLog.MACHINE);
    }

    private static String subject(Claim claim, Transfer transfer) {
        return stream(claim) + "/transfer/" + transfer.number();
    }

    private static String text(Claim claim, ProblemCode code, String message) {
        return code.code() + " claim " + claim.key() + ": " + message + ". " + code.mend();
    }
}
