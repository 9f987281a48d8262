package io.claimgate.operations.access;

import io.claimgate.operations.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logging in, and changing one's password. */
@Controller
class LoginPages {

    private final AccountService accounts;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    LoginPages(AccountService accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/login")
    String login(@AuthenticationPrincipal @Nullable Caller caller) {
        return caller == null ? "login" : "redirect:/";
    }

    @GetMapping("/password")
    String password(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("caller", caller);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "password";
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String present,
            @RequestParam String next,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (!next.equals(again)) {
            return refused(caller, model, "The new password was typed in two ways; type it again.");
        }
        try {
            goOn(accounts.changeOwnPassword(caller, present, next), request, response);
        } catch (ApiProblem problem) {
            return refused(caller, model, problem.detail());
        }
        flash.addFlashAttribute("said", "Your password is changed.");
        return "redirect:/";
    }

    private String refused(Caller caller, Model model, String sentence) {
        model.addAttribute("refused", sentence);
        return password(caller, model);
    }

    /** This session goes on with the new password, under a new id; all others of the account end. */
    private void goOn(Caller changed, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(AccountAuthentication.authenticated(changed, null));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
