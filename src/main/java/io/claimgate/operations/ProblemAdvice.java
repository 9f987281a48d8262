package io.claimgate.operations;

import io.claimgate.problem.ProblemCode;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of the API is a problem (RFC 9457) with a code of our catalogue; what nobody expected has a reference, never its text. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> ours(ApiProblem problem) {
        return answer(problem.code(), problem.status(), problem.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("{} {}", ProblemCode.OPS_009.code(), reference, failure);
        return answer(
                ProblemCode.OPS_009,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected error; look for " + reference + " in the log");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = failure.getFieldErrors().stream()
                .map(error -> error.getField() + " \"" + error.getRejectedValue() + "\": "
                        + meaning(error.isBindingFailure()))
                .collect(Collectors.joining("; "));
        return body(problem(ProblemCode.OPS_005, status, detail), headers, status);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "value";
        return body(
                problem(ProblemCode.OPS_005, status, name + " \"" + failure.getValue() + "\": " + meaning(true)),
                headers,
                status);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail given && given.getDetail() != null
                ? given.getDetail()
                : ProblemCode.OPS_005.mend();
        ProblemCode code = status.value() == HttpStatus.NOT_FOUND.value() ? ProblemCode.OPS_004 : ProblemCode.OPS_005;
        return body(problem(code, status, detail), headers, status);
    }

    private static String meaning(boolean otherKind) {
        return otherKind
                ? "not of the kind that is expected here; see /v3/api-docs"
                : "not allowed here; see /v3/api-docs";
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemCode code, HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(code, status, detail));
    }

    private static ResponseEntity<Object> body(ProblemDetail problem, HttpHeaders headers, HttpStatusCode status) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(ProblemCode code, HttpStatusCode status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(code.title());
        problem.setProperty("code", code.code());
        return problem;
    }
}
