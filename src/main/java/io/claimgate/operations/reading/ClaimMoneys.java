package io.claimgate.operations.reading;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Creditors;
import org.springframework.stereotype.Component;

/** The money of claims as it is shown. */
@Component
public class ClaimMoneys {

    private final Views views;

    ClaimMoneys(Views views) {
        this.views = views;
    }

    /** All of one claim; throws {@link ApiProblem} 404. */
    public ClaimMoney of(Creditors seen, String claimKey) {
        return views.one(
                        "v_claim_sums",
                        Where.seenBy(seen).is("claim_key", claimKey),
                        row -> new ClaimMoney(
                                claimKey,
                                row.text("currency"),
                                ClaimMoney.Sums.of(row),
                                views.all(
                                        "v_claim_money",
                                        Where.seenBy(seen).is("claim_key", claimKey),
                                        "id",
                                        ClaimMoney.Movement::of),
                                views.all(
                                        "v_remittance",
                                        Where.seenBy(seen).is("claim_key", claimKey),
                                        "id",
                                        ClaimMoney.Remittance::of)))
                .orElseThrow(() -> ApiProblem.notFound("claim " + claimKey));
    }
}
