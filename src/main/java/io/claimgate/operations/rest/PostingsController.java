package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.BatchDesk;
import io.claimgate.operations.reading.OutBatchRow;
import io.claimgate.operations.reading.PostingList;
import io.claimgate.operations.reading.PostingRow;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entries for ERPs, and their files. */
@RestController
@RequestMapping("/api/v1/postings")
@Tag(name = "Postings", description = "Balanced entries for the books of the ERPs")
class PostingsController {

    /** How a person knows. */
    record Reason(@Nullable String reason) {}

    private final PostingList postings;
    private final BatchDesk desk;

    PostingsController(PostingList postings, BatchDesk desk) {
        this.postings = postings;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Postings with their lines, the newest first")
    Page<PostingRow> list(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject PostingList.Filter filter,
            @ParameterObject Slice slice) {
        return postings.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/{postingId}")
    @Operation(summary = "One posting with its lines")
    PostingRow one(@AuthenticationPrincipal Caller caller, @PathVariable String postingId) {
        return postings.one(caller.creditors(), postingId);
    }

    @GetMapping("/batches/{id}")
    @Operation(summary = "A file of postings or holds")
    OutBatchRow batch(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return postings.batch(caller.creditors(), id);
    }

    @PostMapping("/batches/{id}/written")
    @Operation(summary = "Say that the ERP has a doubtful file", description = "Right operator; with the reason")
    OutBatchRow written(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable Reason body) {
        return desk.written(caller, id, body == null ? null : body.reason());
    }

    @PostMapping("/batches/{id}/write-again")
    @Operation(
            summary = "Say that the ERP certainly has not got a doubtful file",
            description = "Right operator; with the reason. The same bytes are written once more under the same name")
    OutBatchRow writeAgain(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable Reason body) {
        return desk.writeAgain(caller, id, body == null ? null : body.reason());
    }
}
