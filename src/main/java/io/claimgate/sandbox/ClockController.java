package io.claimgate.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claimgate.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The movable clock over HTTP; right admin. */
@RestController
@Profile("sandbox")
@RequestMapping({"/api/v1/sandbox/clock", "/sandbox/clock"})
class ClockController {

    private final ClockMover mover;
    private final Duration timeout;

    ClockController(ClockMover mover, SandboxSettings settings) {
        this.mover = mover;
        this.timeout = settings.clockTimeout();
    }

    /** One of the two: a period or duration to advance, or the instant to go to. */
    record Move(@Nullable String advance, @Nullable String to) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reading(
            Instant now, @Nullable Integer steps, @Nullable Boolean quiet) {}

    @GetMapping
    Reading now() {
        return new Reading(mover.now(), null, null);
    }

    @PostMapping
    Reading move(@RequestBody Move body) {
        ClockMover.Moved moved = mover.moveTo(target(body), timeout);
        return new Reading(moved.now(), moved.steps(), true);
    }

    private Instant target(Move body) {
        String advance = body.advance();
        String to = body.to();
        if ((advance == null) == (to == null)) {
            throw new IllegalArgumentException("give either \"advance\" (P30D, PT6H) or \"to\" (an instant)");
        }
        try {
            return to != null ? Instant.parse(to) : advanced(String.valueOf(advance));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + e.getParsedString()
                            + "\": not a period such as P30D or PT6H, or an instant such as 2027-01-15T10:00:00Z",
                    e);
        }
    }

    private Instant advanced(String text) {
        int time = text.indexOf('T');
        Instant now = mover.now();
        if (time < 0) {
            return now.atZone(ZoneOffset.UTC).plus(Period.parse(text)).toInstant();
        }
        Period days = time == 1 ? Period.ZERO : Period.parse(text.substring(0, time));
        return now.atZone(ZoneOffset.UTC)
                .plus(days)
                .plus(Duration.parse("P" + text.substring(time)))
                .toInstant();
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException e) {
        return problem(HttpStatus.BAD_REQUEST, ProblemCode.OPS_005, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail busy(ClockMover.Busy e) {
        return problem(HttpStatus.CONFLICT, ProblemCode.OPS_006, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notQuiet(ClockMover.NotQuiet e) {
        ProblemDetail detail = problem(HttpStatus.GATEWAY_TIMEOUT, ProblemCode.OPS_006, e.getMessage());
        detail.setProperty("open", List.copyOf(e.open()));
        return ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).body(detail);
    }

    private static ProblemDetail problem(HttpStatus status, ProblemCode code, @Nullable String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, String.valueOf(text));
        detail.setTitle(code.title());
        detail.setProperty("code", code.code());
        return detail;
    }
}
