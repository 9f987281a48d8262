package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.ClaimMoneys;
import io.claimgate.operations.reading.Exposure;
import io.claimgate.operations.reading.Exposures;
import io.claimgate.operations.reading.ReceivableFilter;
import io.claimgate.operations.reading.Receivables;
import io.claimgate.operations.reading.Slice;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Receivables: searched, one alone, and the exposure that it belongs to. */
@Controller
class ReceivablePages {

    private final Receivables receivables;
    private final Exposures exposures;
    private final ClaimMoneys money;

    ReceivablePages(Receivables receivables, Exposures exposures, ClaimMoneys money) {
        this.receivables = receivables;
        this.exposures = exposures;
        this.money = money;
    }

    @GetMapping("/receivables")
    String list(@AuthenticationPrincipal Caller caller, ReceivableFilter filter, Slice slice, Model model) {
        model.addAttribute("page", receivables.page(caller.creditors(), filter, slice));
        model.addAttribute("states", receivables.countByState(caller.creditors()));
        model.addAttribute("filter", filter);
        return "receivables";
    }

    @GetMapping("/receivables/{id}")
    String one(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        model.addAttribute("receivable", receivables.one(caller.creditors(), id));
        return "receivable";
    }

    @GetMapping("/exposures/{id}")
    String exposure(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        Exposure exposure = exposures.one(caller.creditors(), id);
        model.addAttribute("exposure", exposure);
        model.addAttribute("steps", Step.of(exposure.history() == null ? List.of() : exposure.history()));
        model.addAttribute("holds", exposures.holds(caller.creditors(), id));
        if (exposure.claimKey() != null) {
            model.addAttribute("money", money.of(caller.creditors(), exposure.claimKey()));
        }
        return "exposure";
    }
}
