package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.AlertActs;
import io.claimgate.operations.reading.AlertList;
import io.claimgate.operations.reading.AlertRow;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alerts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Alerts and audit", description = "What a person must know of, and what happened")
class AlertsController {

    private final AlertList alerts;
    private final AlertActs acts;

    AlertsController(AlertList alerts, AlertActs acts) {
        this.alerts = alerts;
        this.acts = acts;
    }

    @GetMapping("/alerts")
    @Operation(summary = "Alerts, newest first; open=true: not cleared yet")
    Page<AlertRow> alerts(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject AlertList.Filter filter,
            @ParameterObject Slice slice) {
        return alerts.page(caller.creditors(), filter, slice);
    }

    @PostMapping("/alerts/{id}/clear")
    @Operation(summary = "Clear an alert that was dealt with")
    AlertRow clear(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return acts.clear(caller, id);
    }
}
