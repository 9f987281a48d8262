package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.RestoreDesk;
import io.claimgate.operations.reading.RestoreReader;
import io.claimgate.operations.reading.Slice;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a restored database lacked, and what has become of it. */
@Controller
class RestorePages {

    private final RestoreReader restores;
    private final RestoreDesk desk;

    RestorePages(RestoreReader restores, RestoreDesk desk) {
        this.restores = restores;
        this.desk = desk;
    }

    @GetMapping("/restore")
    String restore(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String state,
            Slice slice,
            Model model) {
        RestoreReader.Filter filter = new RestoreReader.Filter(null, state.isEmpty() ? null : List.of(state));
        model.addAttribute("restore", restores.last().orElse(null));
        model.addAttribute("page", restores.items(caller.creditors(), filter, slice));
        model.addAttribute("state", state);
        return "restore";
    }

    @PostMapping("/restore/release")
    String release(@AuthenticationPrincipal Caller caller, @RequestParam String reason, RedirectAttributes flash) {
        return Said.after(
                flash,
                "/restore",
                "It is asked for; now somebody else confirms it on the page Second person.",
                () -> desk.release(caller, reason));
    }
}
