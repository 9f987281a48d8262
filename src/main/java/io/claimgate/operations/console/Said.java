package io.claimgate.operations.console;

import io.claimgate.operations.ApiProblem;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a button asks for and says on the next page how it went. */
final class Said {

    private Said() {}

    /** @return the redirect to {@code page} */
    static String after(RedirectAttributes flash, String page, String success, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("said", success);
        } catch (ApiProblem problem) {
            flash.addFlashAttribute("refused", problem.code().code() + " " + problem.detail());
        }
        return "redirect:" + page;
    }
}
