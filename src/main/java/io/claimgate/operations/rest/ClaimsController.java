package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.ClaimDesk;
import io.claimgate.operations.reading.Claim;
import io.claimgate.operations.reading.Claims;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Claims, and what a person does to one. */
@RestController
@RequestMapping("/api/v1/claims")
@Tag(name = "Claims", description = "Declarations of losses to insurers")
class ClaimsController {

    /** Why. */
    record Reason(@Nullable String reason) {}

    /** What a person filed in the insurer's portal. */
    record Manual(
            @Nullable String reference,
            @Nullable Instant at,
            @Nullable String evidence) {}

    private final Claims claims;
    private final ClaimDesk desk;

    ClaimsController(Claims claims, ClaimDesk desk) {
        this.claims = claims;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Claims with their lines, what closes first first")
    Page<Claim> list(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject Claims.Filter filter,
            @ParameterObject Slice slice) {
        return claims.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/{claimKey}")
    @Operation(summary = "One claim with lines, submissions and history")
    Claim one(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey) {
        return claims.one(caller.creditors(), claimKey);
    }

    @PostMapping("/{claimKey}/approve")
    @Operation(summary = "Let a claim that awaits approval go", description = "Right approver; never who asked for it")
    Claim approve(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey) {
        return desk.approve(caller, claimKey);
    }

    @PostMapping("/{claimKey}/hold")
    @Operation(summary = "Stop a claim before the insurer")
    Claim hold(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestBody(required = false) @Nullable Reason body) {
        return desk.hold(caller, claimKey, body == null ? null : body.reason());
    }

    @PostMapping("/{claimKey}/release")
    @Operation(summary = "End the hold of a claim")
    Claim release(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey) {
        return desk.release(caller, claimKey);
    }

    @PostMapping("/{claimKey}/withdraw")
    @Operation(summary = "Take a claim back")
    Claim withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestBody(required = false) @Nullable Reason body) {
        return desk.withdraw(caller, claimKey, body == null ? null : body.reason());
    }

    @PostMapping("/{claimKey}/declared-manually")
    @Operation(
            summary = "Record what a person filed in the insurer's portal",
            description = "Two persons: when another one says the same, the claim is DECLARED")
    Claim declaredManually(
            @AuthenticationPrincipal Caller caller, @PathVariable String claimKey, @RequestBody Manual body) {
        return desk.declaredManually(caller, claimKey, body.reference(), body.at(), body.evidence());
    }
}
