package io.claimgate.operations.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a calendar's token out of the request before anything else sees it: whoever writes a request into a log, at whatever level, writes
 * it without the token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HiddenTokenFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = HiddenTokenFilter.class.getName();

    /** The token that the request brought; null if none. */
    static @Nullable String token(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = EndpointRights.path(request).equals(CalendarTokens.PATH)
                ? request.getParameter(CalendarTokens.PARAMETER)
                : null;
        if (token == null) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(ATTRIBUTE, token);
            chain.doFilter(new WithoutToken(request), response);
        }
    }

    private static final class WithoutToken extends HttpServletRequestWrapper {

        WithoutToken(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            String query = super.getQueryString();
            return query == null
                    ? null
                    : Arrays.stream(query.split("&"))
                            .filter(part -> !part.startsWith(CalendarTokens.PARAMETER + "="))
                            .collect(Collectors.joining("&"));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> others = new HashMap<>(super.getParameterMap());
            others.remove(CalendarTokens.PARAMETER);
            return others;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
