package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.SecondPersonDesk;
import io.claimgate.operations.reading.ActRequests;
import io.claimgate.operations.reading.GuardCases;
import io.claimgate.operations.reading.Slice;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What guards have stopped, and the one page on which everything waits for a second person. */
@Controller
class SecondPersonPages {

    private static final String ASKED = "It is asked for; now somebody else confirms it on the page Second person.";

    private final GuardCases cases;
    private final ActRequests requests;
    private final SecondPersonDesk desk;

    SecondPersonPages(GuardCases cases, ActRequests requests, SecondPersonDesk desk) {
        this.cases = cases;
        this.requests = requests;
        this.desk = desk;
    }

    @GetMapping("/guards")
    String guards(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "true") boolean open,
            Slice slice,
            Model model) {
        model.addAttribute("page", cases.page(caller.creditors(), new GuardCases.Filter(open, null, null), slice));
        model.addAttribute("open", open);
        return "guards";
    }

    @GetMapping("/requests")
    String requests(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "true") boolean waiting,
            Slice slice,
            Model model) {
        ActRequests.Filter filter = waiting ? ActRequests.Filter.onlyWaiting() : new ActRequests.Filter(null, null);
        model.addAttribute("page", requests.page(caller.creditors(), filter, slice));
        model.addAttribute("waiting", waiting);
        return "requests";
    }

    @PostMapping("/requests/{id}/confirm")
    String confirm(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        return Said.after(flash, "/requests", "It is confirmed and done.", () -> desk.confirm(caller, id));
    }

    @PostMapping("/requests/{id}/refuse")
    String refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(flash, "/requests", "It is refused.", () -> desk.refuse(caller, id, reason));
    }

    @PostMapping("/guards/{id}/release")
    String release(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(flash, "/guards", ASKED, () -> desk.releaseStopped(caller, id, reason));
    }

    @PostMapping("/claims/{claimKey}/send-again")
    String sendAgain(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(flash, "/claims/" + claimKey, ASKED, () -> desk.sendAgain(caller, claimKey, reason));
    }

    @PostMapping("/receivables/{id}/due-date")
    String dueDate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dueDate,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(flash, "/receivables/" + id, ASKED, () -> desk.correctDueDate(caller, id, dueDate, reason));
    }

    @PostMapping("/receivables/{id}/reopen")
    String reopen(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(flash, "/receivables/" + id, ASKED, () -> desk.reopen(caller, id, reason));
    }
}
