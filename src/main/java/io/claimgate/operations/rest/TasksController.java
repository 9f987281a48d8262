package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.DeadLetters;
import io.claimgate.operations.reading.Slice;
import io.claimgate.operations.reading.TaskFilter;
import io.claimgate.operations.reading.TaskList;
import io.claimgate.operations.reading.TaskRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What must still happen, and what stopped. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Tasks", description = "Work that is planned, under way, or parked for a person")
class TasksController {

    /** How many dead letters were found, and whether they were replayed. */
    record Replayed(int found, boolean dryRun) {}

    private final TaskList tasks;
    private final DeadLetters letters;

    TasksController(TaskList tasks, DeadLetters letters) {
        this.tasks = tasks;
        this.letters = letters;
    }

    @GetMapping("/tasks")
    @Operation(summary = "Tasks, what closes first first; parked=true: dead letters only")
    Page<TaskRow> list(
            @AuthenticationPrincipal Caller caller, @ParameterObject TaskFilter filter, @ParameterObject Slice slice) {
        return tasks.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Parked work with its reason")
    Page<TaskRow> deadLetters(
            @AuthenticationPrincipal Caller caller, @ParameterObject TaskFilter filter, @ParameterObject Slice slice) {
        return tasks.page(caller.creditors(), filter.deadLetters(), slice);
    }

    @PostMapping("/dead-letters/{id}/replay")
    @Operation(summary = "Take one up again: due now, attempts 0")
    Replayed replay(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        letters.replay(caller, id);
        return new Replayed(1, false);
    }

    @PostMapping("/dead-letters/replay")
    @Operation(summary = "Take up all that the filter finds; dryRun=true only counts them")
    Replayed replayAll(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject TaskFilter filter,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        return new Replayed(letters.replayAll(caller, filter, dryRun), dryRun);
    }
}
