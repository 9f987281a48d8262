package io.claimgate.operations.rest;

import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Exposure;
import io.claimgate.operations.reading.Exposures;
import io.claimgate.operations.reading.Receivable;
import io.claimgate.operations.reading.ReceivableFilter;
import io.claimgate.operations.reading.Receivables;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receivables and exposures. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Receivables", description = "Unpaid invoices, and the exposures that they make")
class ReceivablesController {

    private final Receivables receivables;
    private final Exposures exposures;

    ReceivablesController(Receivables receivables, Exposures exposures) {
        this.receivables = receivables;
        this.exposures = exposures;
    }

    @GetMapping("/receivables")
    @Operation(summary = "Receivables, one per instalment of an invoice")
    Page<Receivable> list(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject ReceivableFilter filter,
            @ParameterObject Slice slice) {
        return receivables.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/receivables/{id}")
    @Operation(summary = "One receivable with the clocks that it governs and its history")
    Receivable one(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return receivables.one(caller.creditors(), id);
    }

    @GetMapping("/exposures")
    @Operation(summary = "Exposures: one buyer under one contract and creditor")
    Page<Exposure> exposures(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject Exposures.Filter filter,
            @ParameterObject Slice slice) {
        return exposures.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/exposures/{id}")
    @Operation(summary = "One exposure with the insurer's ledger, its clocks and its history")
    Exposure exposure(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return exposures.one(caller.creditors(), id);
    }
}
