package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.ClaimDesk;
import io.claimgate.operations.reading.Claims;
import io.claimgate.operations.reading.Slice;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claims: the list, and one with its story. */
@Controller
class ClaimPages {

    private static final List<String> STATES = List.of(
            "DRAFT",
            "AWAITING_APPROVAL",
            "DECLARING",
            "DECLARED",
            "ACKNOWLEDGED",
            "INFORMATION_REQUESTED",
            "UNDER_REVIEW",
            "ACCEPTED",
            "PARTIALLY_ACCEPTED",
            "REFUSED",
            "INDEMNIFIED",
            "RECOVERING",
            "CLOSED",
            "WITHDRAWN",
            "FORECLOSED");

    private final Claims claims;
    private final ClaimSheet sheet;
    private final ClaimDesk desk;

    ClaimPages(Claims claims, ClaimSheet sheet, ClaimDesk desk) {
        this.claims = claims;
        this.sheet = sheet;
        this.desk = desk;
    }

    @GetMapping("/claims")
    String list(@AuthenticationPrincipal Caller caller, Claims.Filter filter, Slice slice, Model model) {
        model.addAttribute("page", claims.page(caller.creditors(), filter, slice));
        model.addAttribute("filter", filter);
        model.addAttribute("states", STATES);
        return "claims";
    }

    @GetMapping("/claims/{claimKey}")
    String one(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey, Model model) {
        sheet.fill(caller.creditors(), claimKey, model);
        return "claim";
    }

    @PostMapping("/claims/{claimKey}/approve")
    String approve(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey, RedirectAttributes flash) {
        return act(claimKey, flash, "The claim is approved.", () -> desk.approve(caller, claimKey));
    }

    @PostMapping("/claims/{claimKey}/hold")
    String hold(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return act(claimKey, flash, "The claim is held.", () -> desk.hold(caller, claimKey, reason));
    }

    @PostMapping("/claims/{claimKey}/release")
    String release(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey, RedirectAttributes flash) {
        return act(claimKey, flash, "The hold is ended.", () -> desk.release(caller, claimKey));
    }

    @PostMapping("/claims/{claimKey}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return act(
                claimKey,
                flash,
                "The claim is withdrawn; if the insurer has it, as soon as it has the message.",
                () -> desk.withdraw(caller, claimKey, reason));
    }

    private static String act(String claimKey, RedirectAttributes flash, String success, Runnable act) {
        return Said.after(flash, "/claims/" + claimKey, success, act);
    }
}
