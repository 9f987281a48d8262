package io.claimgate.operations.access;

import io.claimgate.operations.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over REST: right admin, except one's own password. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts", description = "Who may log in, with which rights and creditors")
class AccountsController {

    record PasswordRequest(String current, String password) {}

    private final AccountService service;

    AccountsController(AccountService service) {
        this.service = service;
    }

    @GetMapping
    @Operation(summary = "All accounts whose creditors the caller sees")
    Page<AccountView> list(@AuthenticationPrincipal Caller caller) {
        return Page.whole(service.list(caller));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make an account",
            description = "Password of at least 12 characters; creditors [\"*\"] means all")
    AccountView create(@AuthenticationPrincipal Caller caller, @RequestBody AccountRequest request) {
        return service.create(caller, request);
    }

    @PatchMapping("/{name}")
    @Operation(summary = "Change rights, creditors, password or enabled: only what is given")
    AccountView change(
            @AuthenticationPrincipal Caller caller, @PathVariable String name, @RequestBody AccountRequest request) {
        return service.change(caller, name, request);
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Disable an account: it stays in the history, its sessions end")
    AccountView disable(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
        return service.change(caller, name, new AccountRequest(null, null, null, null, null, false));
    }

    @PostMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change one's own password")
    void changeOwn(@AuthenticationPrincipal Caller caller, @RequestBody PasswordRequest request) {
        service.changeOwnPassword(caller, request.current(), request.password());
    }
}
