package io.claimgate.operations.acts;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.declaration.SendAgain;
import io.claimgate.flow.declaration.StoppedClaims;
import io.claimgate.flow.request.Request;
import io.claimgate.flow.request.SecondPerson;
import io.claimgate.flow.watch.DueDates;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.ActRequest;
import io.claimgate.operations.reading.ActRequests;
import io.claimgate.operations.reading.Claims;
import io.claimgate.operations.reading.GuardCase;
import io.claimgate.operations.reading.GuardCases;
import io.claimgate.operations.reading.Receivables;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * What needs two persons, inside the creditors of each: asking, confirming, refusing. Each answers the request as it stands then, and throws
 * {@link ApiProblem}: 404 for what is not the caller's to see, else what the flow refused.
 */
@Service
public class SecondPersonDesk {

    private final ActRequests requests;
    private final Claims claims;
    private final Receivables receivables;
    private final GuardCases cases;
    private final ObjectProvider<SecondPerson> second;
    private final ObjectProvider<SendAgain> sendAgain;
    private final ObjectProvider<StoppedClaims> stopped;
    private final ObjectProvider<DueDates> dueDates;

    SecondPersonDesk(
            ActRequests requests,
            Claims claims,
            Receivables receivables,
            GuardCases cases,
            ObjectProvider<SecondPerson> second,
            ObjectProvider<SendAgain> sendAgain,
            ObjectProvider<StoppedClaims> stopped,
            ObjectProvider<DueDates> dueDates) {
        this.requests = requests;
        this.claims = claims;
        this.receivables = receivables;
        this.cases = cases;
        this.second = second;
        this.sendAgain = sendAgain;
        this.stopped = stopped;
        this.dueDates = dueDates;
    }

    /** Does what was asked for. Never by who asked for it. */
    public ActRequest confirm(Caller caller, long id) {
        requests.one(caller.creditors(), id);
        return done(caller, () -> second.getObject().confirm(id, caller.name()));
    }

    /** It is not done. */
    public ActRequest refuse(Caller caller, long id, @Nullable String reason) {
        requests.one(caller.creditors(), id);
        return done(caller, () -> second.getObject().refuse(id, caller.name(), why(reason)));
    }

    /** Asks that a claim whose answer was lost is sent again. */
    public ActRequest sendAgain(Caller caller, String claimKey, @Nullable String reason) {
        claims.one(caller.creditors(), claimKey);
        return done(caller, () -> sendAgain.getObject().ask(new ClaimKey(claimKey), caller.name(), why(reason)));
    }

    /** Asks for another frozen due date. */
    public ActRequest correctDueDate(
            Caller caller, long receivable, @Nullable LocalDate dueDate, @Nullable String reason) {
        receivables.one(caller.creditors(), receivable);
        if (dueDate == null) {
            throw ApiProblem.badRequest("dueDate: say which day it should have been, like 2026-05-31");
        }
        return done(caller, () -> dueDates.getObject().askCorrection(receivable, dueDate, caller.name(), why(reason)));
    }

    /** Asks for the way back of a foreclosed receivable. */
    public ActRequest reopen(Caller caller, long receivable, @Nullable String reason) {
        receivables.one(caller.creditors(), receivable);
        return done(caller, () -> dueDates.getObject().askReopening(receivable, caller.name(), why(reason)));
    }

    /** Asks that all goes that a guard has stopped. */
    public ActRequest releaseStopped(Caller caller, long caseId, @Nullable String reason) {
        cases.one(caller.creditors(), caseId);
        return done(caller, () -> stopped.getObject().ask(caseId, caller.name(), why(reason)));
    }

    /**
     * Asks that the first load of a policy goes.
     *
     * @param creditor null: whatever waits
     * @param source null: whatever waits
     */
    public ActRequest releaseFirstLoad(
            Caller caller, String policy, @Nullable String creditor, @Nullable String source, @Nullable String reason) {
        List<GuardCase> loads = cases.firstLoads(caller.creditors(), policy).stream()
                .filter(load -> creditor == null || creditor.equals(load.creditor()))
                .filter(load -> source == null || source.equals(load.source()))
                .toList();
        if (loads.isEmpty()) {
            throw ApiProblem.notFound("a first load of policy " + policy + " that waits");
        }
        if (loads.size() > 1) {
            throw ApiProblem.conflict("policy " + policy + " has " + loads.size() + " loads that wait: "
                    + loads.stream()
                            .map(load -> load.creditor() + " of " + load.source())
                            .toList()
                    + "; say which creditor and source");
        }
        return releaseStopped(caller, loads.get(0).id(), reason);
    }

    private ActRequest done(Caller caller, Supplier<Request> act) {
        try {
            return requests.one(caller.creditors(), act.get().id());
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private static String why(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
