package io.claimgate.operations.rest;

import io.claimgate.flow.watch.PolicyRecomputation;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.scenario.ScenarioAnswer;
import io.claimgate.operations.scenario.ScenarioBody;
import io.claimgate.operations.scenario.ScenarioDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be done with a policy. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies", description = "What if, and recomputation after an edit")
class PoliciesController {

    private final ObjectProvider<PolicyRecomputation> recomputation;
    private final ScenarioDesk scenarios;

    PoliciesController(ObjectProvider<PolicyRecomputation> recomputation, ScenarioDesk scenarios) {
        this.recomputation = recomputation;
        this.scenarios = scenarios;
    }

    record Why(@Nullable String reason) {}

    record Recomputing(String policy, int exposures) {}

    @PostMapping(path = "/{policy}/scenario", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What if: the policy's rules over the facts given, by the same code; stores nothing",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ScenarioBody.class))))
    ScenarioAnswer scenario(
            @AuthenticationPrincipal Caller caller, @PathVariable String policy, @RequestBody String facts) {
        return scenarios.run(caller, policy, facts);
    }

    @PostMapping("/{policy}/recompute")
    @Operation(
            summary =
                    "Compute every exposure of the policy's contract with its newest version; old dates stay in the history")
    Recomputing recompute(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String policy,
            @RequestBody(required = false) @Nullable Why why) {
        String reason = why == null ? null : why.reason();
        if (reason == null || reason.isBlank()) {
            throw ApiProblem.badRequest("reason: say why the policy is recomputed; it is recorded");
        }
        try {
            return new Recomputing(policy, recomputation.getObject().recompute(policy, reason, caller.name()));
        } catch (NoSuchElementException e) {
            throw ApiProblem.notFound("policy " + policy);
        }
    }
}
