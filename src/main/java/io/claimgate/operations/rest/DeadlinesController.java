package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Deadline;
import io.claimgate.operations.reading.DeadlineFilter;
import io.claimgate.operations.reading.Deadlines;
import io.claimgate.operations.reading.Risk;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dated clocks. */
@RestController
@RequestMapping("/api/v1/deadlines")
@Tag(name = "Deadlines", description = "Every clock of every exposure and claim")
class DeadlinesController {

    private final Deadlines deadlines;
    private final Risk risk;

    DeadlinesController(Deadlines deadlines, Risk risk) {
        this.deadlines = deadlines;
        this.risk = risk;
    }

    @GetMapping
    @Operation(
            summary = "One row per exposure or claim and kind, what closes first first",
            description =
                    "Explanations are in English or French, by Accept-Language or ?lang=fr, here and wherever deadlines stand")
    Page<Deadline> list(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject DeadlineFilter filter,
            @ParameterObject Slice slice) {
        return deadlines.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/summary")
    @Operation(
            summary = "Amounts at risk per currency, in all and within 0, 7, 15, 30 and 60 days",
            description = "Each exposure counts once, with the clock that closes first")
    Risk.Summary summary(@AuthenticationPrincipal Caller caller) {
        return risk.summary(caller.creditors());
    }
}
