package io.claimgate.operations.console;

import io.claimgate.operations.access.AccountRequest;
import io.claimgate.operations.access.AccountService;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.access.Right;
import io.claimgate.operations.acts.OutgoingDesk;
import io.claimgate.operations.reading.StatusReader;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts, and how the gateway stands. */
@Controller
class AdminPages {

    private final AccountService accounts;
    private final StatusReader status;
    private final OutgoingDesk outgoing;

    AdminPages(AccountService accounts, StatusReader status, OutgoingDesk outgoing) {
        this.accounts = accounts;
        this.status = status;
        this.outgoing = outgoing;
    }

    @GetMapping("/accounts")
    String accounts(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("accounts", accounts.list(caller));
        model.addAttribute(
                "rights", Arrays.stream(Right.values()).map(Right::word).toList());
        return "accounts";
    }

    @PostMapping("/accounts")
    String create(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable List<String> rights,
            @RequestParam String creditors,
            @RequestParam(defaultValue = "false") boolean mustChange,
            RedirectAttributes flash) {
        List<String> codes = Arrays.stream(creditors.split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .toList();
        AccountRequest request = new AccountRequest(name, password, rights, codes, mustChange, null);
        return Said.after(flash, "/accounts", "Account " + name + " is made.", () -> accounts.create(caller, request));
    }

    @PostMapping("/accounts/{name}/enabled")
    String enable(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String name,
            @RequestParam boolean enabled,
            RedirectAttributes flash) {
        AccountRequest request = new AccountRequest(null, null, null, null, null, enabled);
        return Said.after(
                flash,
                "/accounts",
                "Account " + name + " is " + (enabled ? "enabled." : "disabled."),
                () -> accounts.change(caller, name, request));
    }

    @GetMapping("/status")
    String status(Model model) {
        model.addAttribute("status", status.read());
        return "status";
    }

    @PostMapping("/outgoing/pause")
    String pause(@AuthenticationPrincipal Caller caller, @RequestParam String reason, RedirectAttributes flash) {
        return Said.after(
                flash, "/status", "Nothing is sent any more.", () -> outgoing.pause(caller, null, null, reason));
    }

    @PostMapping("/outgoing/resume")
    String resume(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "ALL") String scope,
            @RequestParam(defaultValue = "*") String name,
            RedirectAttributes flash) {
        return Said.after(flash, "/status", "Sending goes on.", () -> outgoing.resume(caller, scope, name));
    }
}
