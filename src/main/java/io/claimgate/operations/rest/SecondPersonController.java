package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.SecondPersonDesk;
import io.claimgate.operations.reading.ActRequest;
import io.claimgate.operations.reading.ActRequests;
import io.claimgate.operations.reading.GuardCase;
import io.claimgate.operations.reading.GuardCases;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What guards have stopped, and what one person asks for and another one confirms. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Guards and second person",
        description = "What is out of the ordinary waits for persons; what overrides the machine needs two of them")
class SecondPersonController {

    /** Why. */
    record Reason(@Nullable String reason) {}

    /** Another frozen due date, and why. */
    record DueDate(@Nullable LocalDate dueDate, @Nullable String reason) {}

    /** Which load, and why. */
    record Load(
            @Nullable String creditor,
            @Nullable String source,
            @Nullable String reason) {}

    private final GuardCases cases;
    private final ActRequests requests;
    private final SecondPersonDesk desk;

    SecondPersonController(GuardCases cases, ActRequests requests, SecondPersonDesk desk) {
        this.cases = cases;
        this.requests = requests;
        this.desk = desk;
    }

    @GetMapping("/guards")
    @Operation(summary = "What guards have stopped, newest first; open=true: not ended yet")
    Page<GuardCase> guards(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject GuardCases.Filter filter,
            @ParameterObject Slice slice) {
        return cases.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/guards/{id}")
    @Operation(summary = "One case with the figures of what waits now")
    GuardCase guard(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return cases.one(caller.creditors(), id);
    }

    @PostMapping("/guards/{id}/release")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask that all goes that the guard has stopped; another approver confirms")
    ActRequest release(@AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Reason body) {
        return desk.releaseStopped(caller, id, body.reason());
    }

    @PostMapping("/policies/{policy}/release-first-load")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask that the first load of a policy goes; another approver confirms")
    ActRequest releaseFirstLoad(
            @AuthenticationPrincipal Caller caller, @PathVariable String policy, @RequestBody Load body) {
        return desk.releaseFirstLoad(caller, policy, body.creditor(), body.source(), body.reason());
    }

    @PostMapping("/claims/{claimKey}/send-again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask that a claim whose answer was lost is sent again, possible duplicate",
            description = "The last resort near the close; another person confirms")
    ActRequest sendAgain(
            @AuthenticationPrincipal Caller caller, @PathVariable String claimKey, @RequestBody Reason body) {
        return desk.sendAgain(caller, claimKey, body.reason());
    }

    @PostMapping("/receivables/{id}/due-date")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask for another frozen due date, because the first one was wrong; another person confirms")
    ActRequest dueDate(@AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody DueDate body) {
        return desk.correctDueDate(caller, id, body.dueDate(), body.reason());
    }

    @PostMapping("/receivables/{id}/reopen")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask for the way back of a foreclosed receivable; another person confirms")
    ActRequest reopen(@AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Reason body) {
        return desk.reopen(caller, id, body.reason());
    }

    @GetMapping("/requests")
    @Operation(summary = "What waits for a second person, and what became of it, newest first")
    Page<ActRequest> requests(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject ActRequests.Filter filter,
            @ParameterObject Slice slice) {
        return requests.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/requests/{id}")
    @Operation(summary = "One request")
    ActRequest one(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return requests.one(caller.creditors(), id);
    }

    @PostMapping("/requests/{id}/confirm")
    @Operation(summary = "Do what was asked for", description = "Right approver; never who asked for it")
    ActRequest confirm(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return desk.confirm(caller, id);
    }

    @PostMapping("/requests/{id}/refuse")
    @Operation(summary = "Do not do what was asked for", description = "Who asked for it may take it back this way")
    ActRequest refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable Reason body) {
        return desk.refuse(caller, id, body == null ? null : body.reason());
    }
}
