package io.claimgate.operations;

import io.claimgate.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors that no controller answered: a problem for programs, a page for people; never what went wrong inside. */
@Controller
@Hidden
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/actuator") || path.startsWith("/v3/")) {
            return problem(status);
        }
        model.addAttribute("status", status.value());
        model.addAttribute("sentence", sentence(status));
        return "error";
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status) {
        ProblemCode code = switch (status) {
            case NOT_FOUND -> ProblemCode.OPS_004;
            case FORBIDDEN, UNAUTHORIZED -> ProblemCode.SEC_001;
            case INTERNAL_SERVER_ERROR -> ProblemCode.OPS_009;
            default -> ProblemCode.OPS_005;
        };
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, code.mend());
        problem.setTitle(code.title());
        problem.setProperty("code", code.code());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing here, or it is not yours to see.";
            case FORBIDDEN ->
                "Your account may not do this. If you had this page open for long, go back, reload it and try again.";
            case INTERNAL_SERVER_ERROR -> "Something went wrong on our side. It is in the log; try again in a moment.";
            default -> "The request could not be served.";
        };
    }
}
