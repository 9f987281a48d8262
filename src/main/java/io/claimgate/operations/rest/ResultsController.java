package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Result;
import io.claimgate.operations.reading.Results;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What insurers told of claims. */
@RestController
@RequestMapping("/api/v1/results")
@Tag(name = "Results", description = "What insurers told of claims, pushed or listed, and what became of it")
class ResultsController {

    private final Results results;

    ResultsController(Results results) {
        this.results = results;
    }

    @GetMapping
    @Operation(summary = "Results of insurers, newest first")
    Page<Result> list(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject Results.Filter filter,
            @ParameterObject Slice slice) {
        return results.page(caller.creditors(), filter, slice);
    }
}
