package io.claimgate.operations.access;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The one table of who may call what. The first line that fits counts; what fits none is refused. */
final class EndpointRights {

    private static final String API = "/api/v1";
    private static final String[] STATIC = {"/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico"};

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private EndpointRights() {}

    static void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll();
        to.requestMatchers(at(GET, "/actuator/health/liveness", "/actuator/health/readiness", "/livez", "/readyz"))
                .permitAll();
        to.requestMatchers(at(GET, STATIC)).permitAll();
        to.requestMatchers(at("/login")).permitAll();
        to.requestMatchers(at("/password", "/logout", API + "/accounts/me/password"))
                .authenticated();
        machines(to);
        acts(to);
        sights(to);
        to.anyRequest().denyAll();
    }

    private static void machines(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        allow(to, GET, Right.VIEWER, "/actuator/health", "/actuator/health/**", "/actuator/info");
        allow(to, GET, Right.VIEWER, "/actuator/prometheus", "/v3/api-docs", "/v3/api-docs/**");
        to.requestMatchers(at("/actuator/**")).denyAll();
        to.requestMatchers(at(API + "/sandbox/**", "/sandbox/**")).hasAuthority(Right.ADMIN.word());
        to.requestMatchers(at(API + "/accounts/**", API + "/accounts")).hasAuthority(Right.ADMIN.word());
        allow(to, POST, Right.VIEWER, API + "/policies/*/scenario");
        allow(to, POST, Right.ADMIN, API + "/policies/*/recompute");
        allow(to, POST, Right.AUDITOR, API + "/audit/verify");
        allow(to, POST, Right.ADMIN, API + "/backups");
        allow(to, POST, Right.OPERATOR, API + "/sources/*/files");
        allow(to, GET, Right.AUDITOR, API + "/audit", API + "/audit/**");
    }

    /** What changes something; the console's buttons post to the same paths without the API's prefix. */
    private static void acts(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        both(
                to,
                POST,
                new Right[] {Right.APPROVER},
                "/claims/*/approve",
                "/claims/*/changes/*/release",
                "/requests/*/confirm");
        allow(to, POST, Right.APPROVER, API + "/policies/*/release-first-load");
        both(
                to,
                POST,
                new Right[] {Right.OPERATOR, Right.APPROVER},
                "/claims/*/hold",
                "/claims/*/release",
                "/claims/*/withdraw",
                "/claims/*/declared-manually",
                "/claims/*/changes/*/told-manually",
                "/claims/*/send-again",
                "/receivables/*/due-date",
                "/receivables/*/reopen",
                "/guards/*/release",
                "/requests/*/refuse",
                "/restore/release");
        both(
                to,
                POST,
                new Right[] {Right.OPERATOR},
                "/claims/*/documents",
                "/claims/*/close",
                "/claims/*/remittances/*/remitted",
                "/files/*/release",
                "/files/*/refuse",
                "/dead-letters/*/replay",
                "/dead-letters/replay",
                "/routes/*/start",
                "/routes/*/stop",
                "/routes/*/suspend",
                "/routes/*/resume",
                "/alerts/*/clear",
                "/postings/batches/*/written",
                "/postings/batches/*/write-again",
                "/outgoing/pause",
                "/outgoing/resume");
        allow(to, POST, Right.VIEWER, "/calendar", "/calendar/*/revoke", "/language", API + "/calendar-tokens");
        allow(to, DELETE, Right.VIEWER, API + "/calendar-tokens/*");
        to.requestMatchers(at("/accounts", "/accounts/**")).hasAuthority(Right.ADMIN.word());
        allow(to, POST, Right.VIEWER, "/what-if/test");
        allow(to, POST, Right.ADMIN, "/what-if/keep");
    }

    /** What only shows something. */
    private static void sights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        both(to, GET, new Right[] {Right.AUDITOR}, "/messages/*/payload", "/documents/*/content", "/claims/*/evidence");
        both(to, GET, new Right[] {Right.AUDITOR, Right.OPERATOR}, "/files/*/content");
        allow(to, HEAD, Right.VIEWER, CalendarTokens.PATH);
        allow(to, GET, Right.VIEWER, API + "/**");
        allow(to, GET, Right.VIEWER, "/**");
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to,
            HttpMethod method,
            Right right,
            String... paths) {
        to.requestMatchers(at(method, paths)).hasAuthority(right.word());
    }

    private static void both(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to,
            HttpMethod method,
            Right[] any,
            String... paths) {
        String[] rights = Arrays.stream(any).map(Right::word).toArray(String[]::new);
        to.requestMatchers(at(method, paths)).hasAnyAuthority(rights);
        to.requestMatchers(at(method, Arrays.stream(paths).map(API::concat).toArray(String[]::new)))
                .hasAnyAuthority(rights);
    }

    /** Made here: by their texts alone, each would be looked for among all beans of the gateway first, half a second at every start. */
    private static RequestMatcher[] at(HttpMethod method, String... paths) {
        return Arrays.stream(paths).map(path -> PATHS.matcher(method, path)).toArray(RequestMatcher[]::new);
    }

    private static RequestMatcher[] at(String... paths) {
        return Arrays.stream(paths).map(PATHS::matcher).toArray(RequestMatcher[]::new);
    }

    /** Whether a program asks: it gets problems and challenges, never a page. */
    static boolean isForPrograms(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/api/")
                || path.startsWith("/actuator")
                || path.startsWith("/v3/")
                || path.startsWith("/sandbox/")
                || path.startsWith("/soap");
    }

    /** The path inside the application; the firewall lets only plain ones through. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    static boolean isStatic(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/webjars/");
    }

    static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none';"
                        + " script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy
                                .SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }
}
