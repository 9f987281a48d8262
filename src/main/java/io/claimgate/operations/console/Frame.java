package io.claimgate.operations.console;

import io.claimgate.deadline.words.Language;
import io.claimgate.flow.BusinessClock;
import io.claimgate.operations.RequestLanguage;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.ActRequests;
import io.claimgate.operations.reading.AlertList;
import io.claimgate.operations.reading.GuardCases;
import io.claimgate.operations.reading.Status;
import io.claimgate.operations.reading.StatusReader;
import io.claimgate.operations.reading.TaskList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is logged in, the business date, what waits for a person. */
@ControllerAdvice(basePackages = "io.claimgate.operations.console")
class Frame {

    /** For the head and the navigation. */
    record Around(
            Instant now,
            String environment,
            long openAlerts,
            long deadLetters,
            long guards,
            long requests,
            List<Status.Pause> paused) {}

    private final StatusReader status;
    private final AlertList alerts;
    private final TaskList tasks;
    private final GuardCases cases;
    private final ActRequests requests;
    private final BusinessClock clock;

    Frame(
            StatusReader status,
            AlertList alerts,
            TaskList tasks,
            GuardCases cases,
            ActRequests requests,
            BusinessClock clock) {
        this.status = status;
        this.alerts = alerts;
        this.tasks = tasks;
        this.cases = cases;
        this.requests = requests;
        this.clock = clock;
    }

    @ModelAttribute
    void around(@AuthenticationPrincipal @Nullable Caller caller, Model model) {
        if (caller == null) {
            return;
        }
        model.addAttribute("caller", caller);
        model.addAttribute("language", RequestLanguage.current());
        model.addAttribute("languages", Language.values());
        model.addAttribute(
                "around",
                new Around(
                        clock.now(),
                        status.environment(),
                        alerts.countOpen(caller.creditors()),
                        tasks.countParked(caller.creditors()),
                        cases.countOpen(caller.creditors()),
                        requests.countWaiting(caller.creditors()),
                        status.outgoingPaused()));
    }
}
