package io.claimgate.operations.console;

import io.claimgate.operations.ApiProblem;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What a page cannot show is said on a page. */
@ControllerAdvice(basePackages = "io.claimgate.operations.console")
class ConsoleProblems {

    @ExceptionHandler
    ModelAndView ours(ApiProblem problem) {
        return page(problem.status(), problem.detail());
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, BindException.class})
    ModelAndView wrongAddress(Exception failure, Model model) {
        return page(HttpStatusCode.valueOf(400), "The address of the page is not right.");
    }

    private static ModelAndView page(HttpStatusCode status, String sentence) {
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("sentence", sentence);
        return page;
    }
}
