package io.claimgate.operations.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What somebody gets who is not let in: programs a problem (RFC 9457), people a page. */
@Component
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** Not logged in, wrong password, or too many of them. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyTries wait) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(reason.getMessage()));
        } else if (EndpointRights.isForPrograms(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"claimgate\", charset=\"UTF-8\"");
            write(request, response, HttpStatus.UNAUTHORIZED, "log in with the name and password of an account");
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/login");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }

    /** Logged in without the right, or without the form's token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (EndpointRights.isForPrograms(request)) {
            write(request, response, HttpStatus.FORBIDDEN, "the account may not do this; ask an admin for the right");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    void changePasswordFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (EndpointRights.isForPrograms(request)) {
            write(request, response, HttpStatus.FORBIDDEN, "change the account's password first, at /password");
        } else {
            response.sendRedirect(request.getContextPath() + "/password");
        }
    }

    /** No challenge: a calendar that is asked for a password it never had would ask its owner again and again. */
    void unknownCalendar(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                HttpStatus.NOT_FOUND,
                "this calendar address is not known, or not any more; make a new one on the console's page Calendar");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(ProblemCode.SEC_001.title());
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        problem.setProperty("code", ProblemCode.SEC_001.code());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
