package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.routes.RouteControl;
import io.claimgate.operations.routes.RouteRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes of this gateway. */
@RestController
@RequestMapping("/api/v1/routes")
@Tag(name = "Routes", description = "Transport: state, figures, start and stop")
class RoutesController {

    private final RouteControl routes;

    RoutesController(RouteControl routes) {
        this.routes = routes;
    }

    @GetMapping
    @Operation(summary = "All routes with their state and figures")
    Page<RouteRow> list() {
        return Page.whole(routes.list());
    }

    @PostMapping("/{id}/start")
    @Operation(summary = "Start a route")
    RouteRow start(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return routes.act(id, RouteControl.Act.START, caller.name());
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop a route after what is in flight")
    RouteRow stop(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return routes.act(id, RouteControl.Act.STOP, caller.name());
    }

    @PostMapping("/{id}/suspend")
    @Operation(summary = "Suspend a route: it takes nothing new")
    RouteRow suspend(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return routes.act(id, RouteControl.Act.SUSPEND, caller.name());
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Resume a suspended route")
    RouteRow resume(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return routes.act(id, RouteControl.Act.RESUME, caller.name());
    }
}
