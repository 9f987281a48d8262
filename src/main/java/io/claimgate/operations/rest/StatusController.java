package io.claimgate.operations.rest;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.access.Creditors;
import io.claimgate.operations.acts.OutgoingActs;
import io.claimgate.operations.reading.Status;
import io.claimgate.operations.reading.StatusReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the gateway stands, and whether it sends. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Status", description = "Version, clocks, configuration, and the pause of what goes out")
class StatusController {

    /** What is paused or resumed, and why. */
    record Scope(
            @Schema(description = "ALL (default), INSURER or CREDITOR") @Nullable String scope,
            @Schema(description = "the insurer or creditor; not for ALL") @Nullable String name,
            @Nullable String reason) {}

    private final StatusReader status;
    private final ObjectProvider<OutgoingActs> outgoing;

    StatusController(StatusReader status, ObjectProvider<OutgoingActs> outgoing) {
        this.status = status;
        this.outgoing = outgoing;
    }

    @GetMapping("/status")
    @Operation(summary = "Version, environment, configuration, both clocks, pauses")
    Status status() {
        return status.read();
    }

    @PostMapping("/outgoing/pause")
    @Operation(summary = "Send nothing: to anybody, to an insurer, or for a creditor")
    Status pause(@AuthenticationPrincipal Caller caller, @RequestBody Scope body) {
        String reason = body.reason() == null || body.reason().isBlank() ? "not given" : body.reason();
        outgoing.getObject().pause(scope(caller, body), name(body), reason, caller.name());
        return status.read();
    }

    @PostMapping("/outgoing/resume")
    @Operation(summary = "Send again")
    Status resume(@AuthenticationPrincipal Caller caller, @RequestBody Scope body) {
        outgoing.getObject().resume(scope(caller, body), name(body), caller.name());
        return status.read();
    }

    /** A pause that reaches further than the caller's creditors is not his to set or lift. */
    private static String scope(Caller caller, Scope body) {
        String scope = body.scope() == null ? "ALL" : body.scope();
        if (!Set.of("ALL", "INSURER", "CREDITOR").contains(scope)) {
            throw ApiProblem.badRequest("scope \"" + scope + "\": use ALL, INSURER or CREDITOR");
        }
        boolean his = scope.equals("CREDITOR") ? caller.creditors().sees(name(body)) : caller.creditors().all();
        if (!his) {
            throw ApiProblem.forbidden("outgoing of " + scope + " " + name(body) + " concerns creditors that are not yours");
        }
        return scope;
    }

    private static String name(Scope body) {
        if (body.scope() == null || body.scope().equals("ALL")) {
            return Creditors.ALL;
        }
        if (body.name() == null || body.name().isBlank()) {
            throw ApiProblem.badRequest("name: say which " + body.scope());
        }
        return body.name();
    }
}
