package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Alerts;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.problem.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a claim's events and alerts are named. */
final class ClaimEvents {

    private static final List<ProblemCode> OPEN_UNTIL_DECLARED = List.of(
            ProblemCode.CLM_005,
            ProblemCode.CLM_006,
            ProblemCode.CLM_007,
            ProblemCode.CLM_008,
            ProblemCode.CLM_009,
            ProblemCode.CLM_010,
            ProblemCode.CLM_012);

    private final EventLog events;
    private final Alerts alerts;

    ClaimEvents(Ideas ideas) {
        this.events = ideas.events();
        this.alerts = ideas.alerts();
    }

    static String stream(ClaimKey key) {
        return "claim/" + key;
    }

    /** Records what happened to the claim, with its new state. */
    void record(Claim claim, String what, String actor, Map<String, ?> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("claimKey", claim.key().value());
        payload.put("exposureId", claim.subject().exposureId());
        payload.put("state", claim.state().name());
        events.record(
                stream(claim.key()), "claim." + what, actor, claim.subject().creditor(), payload);
    }

    void alert(Claim claim, ProblemCode code, Alerts.Severity severity, String message) {
        alerts.raise(
                code,
                severity,
                stream(claim.key()),
                "",
                claim.subject().creditor(),
                code.code() + " claim " + claim.key() + ": " + message);
    }

    void clear(Claim claim, ProblemCode code, String actor) {
        alerts.clear(code, stream(claim.key()), actor);
    }

    /** Nothing is left to be done about it. */
    void clearAll(Claim claim, String actor) {
        alerts.clearAll(OPEN_UNTIL_DECLARED, stream(claim.key()), actor);
    }
}
