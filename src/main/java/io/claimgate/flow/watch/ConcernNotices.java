package io.claimgate.flow.watch;

import io.claimgate.flow.Alerts;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.Concern;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Alerts of what a picture asks a person to look at: raised once, cleared when the cause is gone. */
final class ConcernNotices {

    private static final Set<ProblemCode> ALL = EnumSet.of(
            ProblemCode.CLM_020, ProblemCode.CLM_021, ProblemCode.CLM_022, ProblemCode.CLM_023, ProblemCode.ERP_204);

    private final Alerts alerts;

    ConcernNotices(Alerts alerts) {
        this.alerts = alerts;
    }

    void tell(ExposureRow exposure, ExposurePicture picture, ExposureFacts facts) {
        Map<ProblemCode, Map<String, String>> said = new HashMap<>();
        picture.missingRates()
                .forEach(missing -> say(
                        said,
                        ProblemCode.CLM_022,
                        missing.toString(),
                        "no rate " + missing + " is known, nor one shortly before; without a rate is open "
                                + picture.foreignCurrency()));
        picture.concerns()
                .forEach(concern -> say(
                        said,
                        code(concern.kind()),
                        concern.receivableId() + "/" + concern.on(),
                        "invoice " + Notices.invoice(concern.receivableId(), facts) + " " + words(concern)));
        said.forEach((code, words) -> raise(exposure, code, words));
        List<ProblemCode> silent =
                ALL.stream().filter(code -> !said.containsKey(code)).toList();
        alerts.clearAll(silent, exposure.subject(), EventLog.MACHINE);
    }

    private static void say(Map<ProblemCode, Map<String, String>> said, ProblemCode code, String step, String words) {
        said.computeIfAbsent(code, key -> new TreeMap<>()).put(step, words);
    }

    private void raise(ExposureRow exposure, ProblemCode code, Map<String, String> words) {
        words.forEach((step, what) -> alerts.raise(
                code,
                Severity.WARNING,
                exposure.subject(),
                step,
                exposure.creditor(),
                Notices.text(code, exposure, what)));
        alerts.retain(code, exposure.subject(), words.keySet(), EventLog.MACHINE);
    }

    private static ProblemCode code(Concern.Kind kind) {
        return switch (kind) {
            case CONSENT_NEEDED -> ProblemCode.CLM_020;
            case PLAN_VOID -> ProblemCode.CLM_021;
            case BEYOND_CREDIT_TERM -> ProblemCode.ERP_204;
            case LIMITATION -> ProblemCode.CLM_023;
        };
    }

    private static String words(Concern concern) {
        return switch (concern.kind()) {
            case CONSENT_NEEDED -> "is postponed to " + concern.on() + ", past its cover stop, without a consent";
            case PLAN_VOID -> "has a plan of payments that is void since " + concern.on();
            case BEYOND_CREDIT_TERM ->
                "is due after " + concern.on() + ", the last day of the maximum credit term: it is not insured";
            case LIMITATION -> "is barred after " + concern.on() + " (" + concern.source() + ")";
        };
    }
}
