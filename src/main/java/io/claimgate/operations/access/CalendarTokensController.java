package io.claimgate.operations.access;

import io.claimgate.operations.Page;
import io.claimgate.operations.RequestLanguage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses of calendars over REST; everybody has their own. */
@RestController
@RequestMapping("/api/v1/calendar-tokens")
@Tag(name = "Deadlines")
class CalendarTokensController {

    /** @param label which calendar it is for @param language en or fr; that of the request unless given */
    record Wish(@Nullable String label, @Nullable String language) {}

    private final CalendarTokens tokens;

    CalendarTokensController(CalendarTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(
            summary = "One's own calendar addresses, without what is secret about them",
            description = "An admin sees those of others too")
    Page<CalendarToken> list(@AuthenticationPrincipal Caller caller) {
        return Page.whole(tokens.list(caller));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make an address that a calendar reads without a login",
            description = "It shows what the account sees at the time of reading, and is told this once only")
    CalendarToken make(@AuthenticationPrincipal Caller caller, @RequestBody(required = false) @Nullable Wish wish) {
        String label = wish == null || wish.label() == null ? "" : wish.label();
        String language = wish == null || wish.language() == null
                ? RequestLanguage.current().tag()
                : wish.language();
        String console =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return tokens.make(caller, label, language, console);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an address: it is not known any more from now on")
    void revoke(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        tokens.revoke(caller, id);
    }
}
