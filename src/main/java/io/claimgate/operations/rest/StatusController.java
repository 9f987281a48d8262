package io.claimgate.operations.rest;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.OutgoingDesk;
import io.claimgate.operations.reading.Status;
import io.claimgate.operations.reading.StatusReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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
            @Schema(description = "ALL (default), INSURER or CREDITOR") @Nullable
            String scope,

            @Schema(description = "the insurer or creditor; not for ALL") @Nullable
            String name,

            @Nullable String reason) {}

    private static final Scope EVERYTHING = new Scope(null, null, null);

    private final StatusReader status;
    private final OutgoingDesk outgoing;

    StatusController(StatusReader status, OutgoingDesk outgoing) {
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
    Status pause(@AuthenticationPrincipal Caller caller, @RequestBody(required = false) @Nullable Scope given) {
        Scope scope = given == null ? EVERYTHING : given;
        outgoing.pause(caller, scope.scope(), scope.name(), scope.reason());
        return status.read();
    }

    @PostMapping("/outgoing/resume")
    @Operation(summary = "Send again")
    Status resume(@AuthenticationPrincipal Caller caller, @RequestBody(required = false) @Nullable Scope given) {
        Scope scope = given == null ? EVERYTHING : given;
        outgoing.resume(caller, scope.scope(), scope.name());
        return status.read();
    }
}
