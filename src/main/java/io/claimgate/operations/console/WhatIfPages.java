package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.scenario.SavedScenario;
import io.claimgate.operations.scenario.ScenarioAnswer;
import io.claimgate.operations.scenario.ScenarioDesk;
import io.claimgate.policy.Policy;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What if: facts typed in, the day moved, and what a policy's rules make of them. Nothing of it is stored but what somebody keeps. */
@Controller
class WhatIfPages {

    private static final List<String> EVENTS = List.of(
            "DECLARED",
            "FILE_COMPLETE",
            "DATE_OF_LOSS",
            "INDEMNITY_PAID",
            "RECOVERY",
            "INSOLVENCY",
            "ADVERSE_INFO",
            "LIMIT_NOTICE",
            "EXTENSION",
            "CONSENT",
            "PAYMENT_PLAN",
            "DISPUTE_OPENED",
            "DISPUTE_RESOLVED",
            "REMINDER",
            "FORMAL_NOTICE",
            "ACKNOWLEDGED");

    private final ScenarioDesk desk;

    WhatIfPages(ScenarioDesk desk) {
        this.desk = desk;
    }

    /** With a query it is the page of these facts: an address that can be handed on. */
    @GetMapping("/what-if")
    String page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            Model model) {
        WhatIfForm form = WhatIfForm.of(given);
        List<String> policies = desk.policies(caller).stream().map(Policy::name).toList();
        String policy = given.getFirst("policy");
        String chosen = policy != null ? policy : policies.isEmpty() ? "" : policies.get(0);
        model.addAttribute("policies", policies);
        model.addAttribute("chosen", chosen);
        model.addAttribute("form", form);
        model.addAttribute("kinds", EVENTS);
        model.addAttribute("json", form.json());
        model.addAttribute("query", request.getQueryString());
        if (!form.empty()) {
            answer(caller, chosen, form, model);
        }
        return "what-if";
    }

    private void answer(Caller caller, String policy, WhatIfForm form, Model model) {
        List<String> faults = desk.faults(caller, policy, form.json());
        if (!faults.isEmpty()) {
            model.addAttribute("faults", faults);
            return;
        }
        ScenarioAnswer answer = desk.run(caller, policy, form.json());
        WindowPicture picture = WindowPicture.of(answer);
        model.addAttribute("answer", answer);
        model.addAttribute("picture", picture);
        if (picture != null) {
            model.addAttribute("span", ChronoUnit.DAYS.between(picture.first(), picture.last()));
            model.addAttribute("offset", ChronoUnit.DAYS.between(picture.first(), answer.asOf()));
        }
    }

    /** The scenario as a file to lay beside its policy. */
    @PostMapping("/what-if/test")
    ResponseEntity<byte[]> test(
            @AuthenticationPrincipal Caller caller, @RequestParam String policy, @RequestParam String facts) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("scenario" + SavedScenario.ENDING)
                                .build()
                                .toString())
                .body(desk.asTest(caller, policy, facts).getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps it below {@code claimgate.config}. */
    @PostMapping("/what-if/keep")
    String keep(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String policy,
            @RequestParam String name,
            @RequestParam String facts,
            @RequestParam String query,
            RedirectAttributes flash) {
        String page = "/what-if?" + query.replace("{", "%7B").replace("}", "%7D");
        String kept = "Kept as " + SavedScenario.path(policy, name) + "; --check runs it from now on.";
        return Said.after(flash, page, kept, () -> desk.keep(caller, policy, name, facts));
    }
}
