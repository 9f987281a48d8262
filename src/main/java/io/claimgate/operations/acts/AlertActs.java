package io.claimgate.operations.acts;

import io.claimgate.flow.Alerts;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.AlertList;
import io.claimgate.operations.reading.AlertRow;
import io.claimgate.problem.ProblemCode;
import java.util.Arrays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Clears alerts that a person has dealt with. */
@Service
public class AlertActs {

    private final AlertList list;
    private final Alerts alerts;
    private final TransactionOperations transaction;

    AlertActs(AlertList list, Alerts alerts, TransactionOperations transaction) {
        this.list = list;
        this.alerts = alerts;
        this.transaction = transaction;
    }

    /** Clears it, with all of its code on its subject; throws {@link io.claimgate.operations.ApiProblem} 404. */
    public AlertRow clear(Caller caller, long id) {
        AlertRow alert = list.one(caller.creditors(), id);
        ProblemCode code = Arrays.stream(ProblemCode.values())
                .filter(known -> known.code().equals(alert.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("alert " + id + " has the unknown code " + alert.code()));
        transaction.executeWithoutResult(status -> alerts.clear(code, alert.subject(), caller.name()));
        return list.one(caller.creditors(), id);
    }
}
