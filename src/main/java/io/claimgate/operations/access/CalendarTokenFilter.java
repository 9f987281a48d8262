package io.claimgate.operations.access;

import io.claimgate.operations.RequestLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A calendar's token instead of a login: for this one request, as the account is now. */
final class CalendarTokenFilter extends OncePerRequestFilter {

    private final CalendarTokens tokens;
    private final ProblemAnswers problems;

    CalendarTokenFilter(CalendarTokens tokens, ProblemAnswers problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = HiddenTokenFilter.token(request);
        Optional<CalendarTokens.Opened> opened = token == null ? Optional.empty() : tokens.open(token);
        if (opened.isEmpty()) {
            problems.unknownCalendar(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                AccountAuthentication.authenticated(opened.get().caller(), null));
        SecurityContextHolder.setContext(context);
        request.setAttribute(RequestLanguage.OF_THE_ADDRESS, opened.get().language());
        chain.doFilter(request, response);
    }
}
