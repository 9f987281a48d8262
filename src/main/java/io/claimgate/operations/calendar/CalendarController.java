package io.claimgate.operations.calendar;

import io.claimgate.operations.RequestLanguage;
import io.claimgate.operations.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Deadlines for calendars. */
@RestController
@Tag(name = "Deadlines")
class CalendarController {

    private final CalendarFeed feed;

    CalendarController(CalendarFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/deadlines.ics", produces = "text/calendar")
    @Operation(
            summary = "Deadlines as a calendar (RFC 5545)",
            description =
                    "An all-day event on each safe date, at most 5,000, what closes first first; what was met or is not needed any"
                            + " more stands 30 days as cancelled. Calendars that cannot log in read by an address of `POST /api/v1/calendar-tokens`")
    void calendar(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false)
                    @Parameter(description = "one or several kinds: declaration, cover-stop, ...; all unless given")
                    @Nullable
                    List<String> kind,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException {
        String console =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        List<String> kinds = kind == null ? List.of() : kind;
        try (CalendarFeed.Made made = feed.make(caller.creditors(), kinds, RequestLanguage.current(), console)) {
            // Kept, but asked about each time: a revoked address ends at once.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.setHeader(HttpHeaders.VARY, "Authorization, Cookie, Accept-Language");
            if (request.checkNotModified(made.tag())) {
                return;
            }
            response.setContentType("text/calendar;charset=UTF-8");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"deadlines.ics\"");
            response.setContentLengthLong(Files.size(made.file()));
            Files.copy(made.file(), response.getOutputStream());
        }
    }
}
