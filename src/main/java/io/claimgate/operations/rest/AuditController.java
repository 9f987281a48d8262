package io.claimgate.operations.rest;

import io.claimgate.flow.audit.Finding;
import io.claimgate.flow.audit.Verdict;
import io.claimgate.flow.audit.Verification;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.access.Creditors;
import io.claimgate.operations.reading.AuditRow;
import io.claimgate.operations.reading.Events;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The history of everything, and whether it is as it was recorded. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Alerts and audit")
class AuditController {

    /** Something that is not as it was recorded. */
    record Found(
            @Schema(description = "payload-changed, event-deleted, event-inserted, events-reordered, blocks-cut, ...")
            String kind,

            @Schema(description = "event 12, block 3, stream claim/X; what is not yours is not named")
            String place,

            String message,
            String mend) {

        static Found of(Finding finding, Creditors seen) {
            boolean named = seen.sees(finding.creditor()) || finding.place().startsWith("block ");
            return new Found(
                    finding.kind().word(),
                    named ? finding.place() : "another creditor's",
                    named ? finding.message() : "it is not as it was recorded",
                    finding.kind().mend());
        }
    }

    /** The verdict. */
    record Verified(
            boolean ok,

            @Schema(description = "looked at, sealed or not")
            long events,

            long blocks,

            @Schema(description = "too young to be in a block")
            long unsealed,

            @Schema(description = "whose payload was erased")
            long erased,

            @Schema(description = "how many findings; the first 200 are told")
            long found,

            List<Found> findings) {}

    private final Events events;
    private final Verification verification;
    private final AtomicBoolean running = new AtomicBoolean();

    AuditController(Events events, Verification verification) {
        this.events = events;
        this.verification = verification;
    }

    @GetMapping
    @Operation(
            summary = "Events with payloads and the blocks that seal them, newest first",
            description = "Right auditor")
    Page<AuditRow> audit(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject Events.Filter filter,
            @ParameterObject Slice slice) {
        return events.audit(caller.creditors(), filter, slice);
    }

    @PostMapping("/verify")
    @Operation(
            summary =
                    "Verify the whole history: numbers, payloads, blocks, signatures, the anchor outside of the database",
            description = "Right auditor. Reads all of it, so one at a time (409)")
    Verified verify(@AuthenticationPrincipal Caller caller) {
        if (!running.compareAndSet(false, true)) {
            throw ApiProblem.conflict("the audit is being verified already; ask again when that is done");
        }
        try {
            Verdict verdict = verification.run();
            return new Verified(
                    verdict.ok(),
                    verdict.events(),
                    verdict.blocks(),
                    verdict.unsealed(),
                    verdict.erased(),
                    verdict.found(),
                    verdict.findings().stream()
                            .map(finding -> Found.of(finding, caller.creditors()))
                            .toList());
        } finally {
            running.set(false);
        }
    }
}
