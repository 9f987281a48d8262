package io.claimgate.operations.acts;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.restore.Backups;
import io.claimgate.flow.restore.ReleaseRestore;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.ActRequest;
import io.claimgate.operations.reading.ActRequests;
import io.claimgate.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Backups, and sending again before a restore is reconciled. */
@Service
public class RestoreDesk {

    private final ActRequests requests;
    private final ObjectProvider<ReleaseRestore> release;
    private final ObjectProvider<Backups> backups;

    RestoreDesk(ActRequests requests, ObjectProvider<ReleaseRestore> release, ObjectProvider<Backups> backups) {
        this.requests = requests;
        this.release = release;
        this.backups = backups;
    }

    /** Asks that outgoing goes on before all is reconciled; it concerns all creditors. */
    public ActRequest release(Caller caller, @Nullable String reason) {
        if (!caller.creditors().all()) {
            throw ApiProblem.forbidden("a restore concerns creditors that are not yours");
        }
        try {
            long asked = release.getObject()
                    .ask(caller.name(), reason == null ? "" : reason)
                    .id();
            return requests.one(caller.creditors(), asked);
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    /** Makes a backup. */
    public Backups.Backup backup() {
        try {
            return backups.getObject().make();
        } catch (Backups.Failed failed) {
            throw ApiProblem.refused(ProblemCode.OPS_033, String.valueOf(failed.getMessage()));
        }
    }
}
