package io.claimgate.operations.acts;

import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.settlement.SettlementActs;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.ClaimMoney;
import io.claimgate.operations.reading.ClaimMoneys;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * What a person does with a claim's money, inside the creditors of that person. Each act answers the money as it stands then, and throws
 * {@link ApiProblem}: 404 for a claim that is not the caller's to see, else what the flow refused.
 */
@Service
public class SettlementDesk {

    private final ClaimMoneys money;
    private final ObjectProvider<SettlementActs> acts;

    SettlementDesk(ClaimMoneys money, ObjectProvider<SettlementActs> acts) {
        this.money = money;
        this.acts = acts;
    }

    /** We paid the insurer what we owed. */
    public ClaimMoney remitted(
            Caller caller, String claimKey, long remittance, @Nullable LocalDate date, @Nullable String reference) {
        if (date == null) {
            throw ApiProblem.badRequest("date: say on which day it was paid, as 2026-05-29");
        }
        return act(
                caller,
                claimKey,
                key -> acts.getObject()
                        .remitted(key, remittance, date, reference == null ? "" : reference, caller.name()));
    }

    /** Nothing more is to be done about the claim. */
    public ClaimMoney close(Caller caller, String claimKey, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw ApiProblem.badRequest("reason: say why nothing more is to be done about it");
        }
        return act(caller, claimKey, key -> acts.getObject().close(key, reason, caller.name()));
    }

    private ClaimMoney act(Caller caller, String claimKey, Consumer<ClaimKey> act) {
        money.of(caller.creditors(), claimKey);
        try {
            act.accept(new ClaimKey(claimKey));
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
        return money.of(caller.creditors(), claimKey);
    }
}
