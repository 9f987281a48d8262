package io.claimgate.operations.console;

import io.claimgate.operations.RequestLanguage;
import io.claimgate.operations.access.CalendarToken;
import io.claimgate.operations.access.CalendarTokens;
import io.claimgate.operations.access.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The deadlines in one's own calendar. */
@Controller
class CalendarPages {

    private static final String PAGE = "/calendar";

    private final CalendarTokens tokens;

    CalendarPages(CalendarTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping(PAGE)
    String page(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("tokens", tokens.list(caller));
        model.addAttribute("spoken", RequestLanguage.current());
        return "calendar";
    }

    @PostMapping(PAGE)
    String make(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String label,
            @RequestParam String language,
            RedirectAttributes flash) {
        String console =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return Said.after(flash, PAGE, "The address is made.", () -> {
            CalendarToken made = tokens.make(caller, label, language, console);
            flash.addFlashAttribute("made", made);
        });
    }

    @PostMapping(PAGE + "/{id}/revoke")
    String revoke(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        return Said.after(
                flash, PAGE, "The address is revoked: nobody reads by it any more.", () -> tokens.revoke(caller, id));
    }
}
