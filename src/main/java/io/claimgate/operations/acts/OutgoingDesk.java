package io.claimgate.operations.acts;

import io.claimgate.flow.ActRefused;
import io.claimgate.flow.declaration.Outgoing;
import io.claimgate.flow.declaration.PauseScope;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.access.Creditors;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The pause of what goes to insurers, inside the creditors of who asks. */
@Service
public class OutgoingDesk {

    private static final String ALL = "ALL";
    private static final String CREDITOR = "CREDITOR";

    private final ObjectProvider<Outgoing> acts;

    OutgoingDesk(ObjectProvider<Outgoing> acts) {
        this.acts = acts;
    }

    /**
     * Sends nothing any more.
     *
     * @param scope ALL (null too), INSURER or CREDITOR
     * @param name the insurer or creditor; null for ALL
     */
    public void pause(Caller caller, @Nullable String scope, @Nullable String name, @Nullable String reason) {
        String checked = scope(caller, scope, name);
        String why = reason == null || reason.isBlank() ? "no reason given" : reason;
        refusing(() -> acts.getObject().pause(PauseScope.valueOf(checked), name(checked, name), caller.name(), why));
    }

    /** Sends again. */
    public void resume(Caller caller, @Nullable String scope, @Nullable String name) {
        String checked = scope(caller, scope, name);
        refusing(() -> acts.getObject().resume(PauseScope.valueOf(checked), name(checked, name), caller.name()));
    }

    private static void refusing(Runnable act) {
        try {
            act.run();
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    /** A pause that reaches further than the caller's creditors is not his to set or lift. */
    private static String scope(Caller caller, @Nullable String given, @Nullable String name) {
        String scope = given == null ? ALL : given;
        if (!Set.of(ALL, "INSURER", CREDITOR).contains(scope)) {
            throw ApiProblem.badRequest("scope \"" + scope + "\": use ALL, INSURER or CREDITOR");
        }
        boolean his = scope.equals(CREDITOR)
                ? caller.creditors().sees(name(scope, name))
                : caller.creditors().all();
        if (!his) {
            throw ApiProblem.forbidden("outgoing of " + scope + " concerns creditors that are not yours");
        }
        return scope;
    }

    private static String name(String scope, @Nullable String name) {
        if (scope.equals(ALL)) {
            return Creditors.ALL;
        }
        if (name == null || name.isBlank()) {
            throw ApiProblem.badRequest("name: say which " + scope);
        }
        return name;
    }
}
