package io.claimgate.operations.rest;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.ChangeDesk;
import io.claimgate.operations.reading.Claim;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What insurers are told of claims that they have, where a person has a part in it. The changes themselves come with their claim. */
@RestController
@RequestMapping("/api/v1/claims/{claimKey}/changes/{number}")
@Tag(name = "Claims", description = "Declarations of losses to insurers")
class ChangesController {

    /** What a person told the insurer by other means. */
    record Manual(
            @Nullable String reference,
            @Nullable Instant at,
            @Nullable String evidence) {}

    private final ChangeDesk desk;

    ChangesController(ChangeDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/release")
    @Operation(
            summary = "Let a change go that waits for a person",
            description = "Right approver; never who asked for it. After a refusal it is sent anew, as it is then")
    Claim release(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey, @PathVariable int number) {
        return desk.release(caller, claimKey, number);
    }

    @PostMapping("/told-manually")
    @Operation(
            summary = "Record that the insurer was told of a change by other means",
            description = "Two persons: when another one says the same, the change is TOLD")
    Claim toldManually(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @PathVariable int number,
            @RequestBody Manual body) {
        return desk.toldManually(caller, claimKey, number, body.reference(), body.at(), body.evidence());
    }

    @GetMapping(path = "/letter", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "A change as a text to print")
    String letter(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey, @PathVariable int number) {
        return desk.letter(caller, claimKey, number);
    }
}
