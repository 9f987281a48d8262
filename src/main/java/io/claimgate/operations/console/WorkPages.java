package io.claimgate.operations.console;

import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.AlertActs;
import io.claimgate.operations.acts.DeadLetters;
import io.claimgate.operations.reading.AlertList;
import io.claimgate.operations.reading.Slice;
import io.claimgate.operations.reading.TaskFilter;
import io.claimgate.operations.reading.TaskList;
import io.claimgate.operations.routes.RouteControl;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Routes, dead letters and alerts: what the integration team looks after. */
@Controller
class WorkPages {

    private final RouteControl routes;
    private final TaskList tasks;
    private final DeadLetters letters;
    private final AlertList alerts;
    private final AlertActs alertActs;

    WorkPages(RouteControl routes, TaskList tasks, DeadLetters letters, AlertList alerts, AlertActs alertActs) {
        this.routes = routes;
        this.tasks = tasks;
        this.letters = letters;
        this.alerts = alerts;
        this.alertActs = alertActs;
    }

    @GetMapping("/routes")
    String routes(Model model) {
        model.addAttribute("routes", routes.list());
        return "routes";
    }

    @PostMapping("/routes/{id}/{act}")
    String route(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String act,
            RedirectAttributes flash) {
        RouteControl.Act wanted = Arrays.stream(RouteControl.Act.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(act))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("act " + act));
        return Said.after(
                flash, "/routes", "Route " + id + ": " + act + " done.", () -> routes.act(id, wanted, caller.name()));
    }

    @GetMapping("/dead-letters")
    String deadLetters(@AuthenticationPrincipal Caller caller, TaskFilter filter, Slice slice, Model model) {
        model.addAttribute("page", tasks.page(caller.creditors(), filter.deadLetters(), slice));
        model.addAttribute("filter", filter);
        return "dead-letters";
    }

    @PostMapping("/dead-letters/{id}/replay")
    String replay(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        return Said.after(flash, "/dead-letters", "It is taken up again.", () -> letters.replay(caller, id));
    }

    @GetMapping("/alerts")
    String alerts(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "true") boolean open,
            Slice slice,
            Model model) {
        AlertList.Filter filter = new AlertList.Filter(open, null, null, null);
        model.addAttribute("page", alerts.page(caller.creditors(), filter, slice));
        model.addAttribute("open", open);
        return "alerts";
    }

    @PostMapping("/alerts/{id}/clear")
    String clear(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        return Said.after(flash, "/alerts", "The alert is cleared.", () -> alertActs.clear(caller, id));
    }
}
