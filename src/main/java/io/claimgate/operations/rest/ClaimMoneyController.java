package io.claimgate.operations.rest;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.SettlementDesk;
import io.claimgate.operations.reading.ClaimMoney;
import io.claimgate.operations.reading.ClaimMoneys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The money of a claim after its declaration. */
@RestController
@RequestMapping("/api/v1/claims/{claimKey}")
@Tag(name = "Claims")
class ClaimMoneyController {

    /** A transfer to the insurer. */
    record Remitted(@Nullable LocalDate date, @Nullable String reference) {}

    /** Why. */
    record Reason(@Nullable String reason) {}

    private final ClaimMoneys money;
    private final SettlementDesk desk;

    ClaimMoneyController(ClaimMoneys money, SettlementDesk desk) {
        this.money = money;
        this.desk = desk;
    }

    @GetMapping("/money")
    @Operation(summary = "Indemnity, recoveries and remittances of a claim, with every movement")
    ClaimMoney money(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey) {
        return money.of(caller.creditors(), claimKey);
    }

    @PostMapping("/remittances/{id}/remitted")
    @Operation(summary = "Record that the insurer was paid what it is owed")
    ClaimMoney remitted(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @PathVariable long id,
            @RequestBody Remitted body) {
        return desk.remitted(caller, claimKey, id, body.date(), body.reference());
    }

    @PostMapping("/close")
    @Operation(
            summary = "Close a decided claim",
            description = "Refused while the insurer is owed anything or the ERP has not confirmed a posting")
    ClaimMoney close(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey, @RequestBody Reason body) {
        return desk.close(caller, claimKey, body.reason());
    }
}
