package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.problem.ProblemCode;
import io.claimgate.recovery.InsurerResult;
import io.claimgate.recovery.InsurerResult.Settlement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How what happens to a claim after its declaration is told. */
final class SettlementEvents {

    private final Ideas ideas;

    SettlementEvents(Ideas ideas) {
        this.ideas = ideas;
    }

    /** {@code claim.<what>} with the state that the claim has now. */
    void record(Claim claim, String what, String actor, Map<String, ?> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("claimKey", claim.key().value());
        payload.put("exposureId", claim.subject().exposureId());
        payload.put("state", claim.state().name());
        event(claim, "claim." + what, actor, payload);
    }

    void decided(Claim claim, InsurerResult.Status status) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("claimKey", claim.key().value());
        payload.put("decision", status.status().name());
        payload.put("at", status.at());
        payload.put("messageId", status.messageId());
        put(payload, "acceptedAmount", status.acceptedAmount());
        put(payload, "reason", status.reason());
        event(claim, "claim.decided", EventLog.MACHINE, payload);
    }

    void received(Claim claim, Settlement told) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("claimKey", claim.key().value());
        payload.put("settlementId", told.settlementId());
        payload.put("kind", told.kind().name());
        payload.put("amount", told.amount());
        payload.put("currency", told.currency());
        payload.put("valueDate", told.valueDate());
        payload.put("messageId", told.messageId());
        put(payload, "costs", told.costs());
        put(payload, "insurerShare", told.insurerShare());
        put(payload, "insuredShare", told.insuredShare());
        event(claim, "settlement.received", EventLog.MACHINE, payload);
    }

    void alert(Claim claim, ProblemCode code, Severity severity, String step, String message) {
        ideas.alerts()
                .raise(
                        code,
                        severity,
                        "claim/" + claim.key(),
                        step,
                        claim.subject().creditor(),
                        code.code() + " claim " + claim.key() + ": " + message + ". " + code.mend());
    }

    void retain(Claim claim, ProblemCode code, Set<String> steps) {
        ideas.alerts().retain(code, "claim/" + claim.key(), steps, EventLog.MACHINE);
    }

    private void event(Claim claim, String type, String actor, Map<String, ?> payload) {
        ideas.events()
                .record("claim/" + claim.key(), type, actor, claim.subject().creditor(), payload);
    }

    private static void put(Map<String, Object> payload, String name, @Nullable Object value) {
        if (value != null) {
            payload.put(name, value);
        }
    }
}
