package io.claimgate.operations.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Four doors. SOAP authenticates its callers itself. A calendar brings the token of its address, which opens that address only. Who brings
 * HTTP Basic is served without a session and needs no token. Everybody else is a browser: form login, session, CSRF token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Bean
    PasswordEncoder passwordEncoder() {
        return new VerifiedPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    AuthenticationManager accountManager(AccountStore accounts, PasswordEncoder encoder, Clock clock) {
        return new ProviderManager(new AccountAuthentication(accounts, encoder, new LoginThrottle(clock)));
    }

    @Bean
    @Order(1)
    SecurityFilterChain soap(HttpSecurity http) throws Exception {
        EndpointRights.headers(http);
        // Another servlet than the one that Spring MVC's own patterns are relative to.
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/soap/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain calendars(HttpSecurity http, CalendarTokens tokens, ProblemAnswers problems) throws Exception {
        EndpointRights.headers(http);
        return http.securityMatcher(request -> HiddenTokenFilter.token(request) != null)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new CalendarTokenFilter(tokens, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(EndpointRights::apply)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programs(HttpSecurity http, AuthenticationManager manager, ProblemAnswers problems)
            throws Exception {
        EndpointRights.headers(http);
        return http.securityMatcher(SecurityChains::bringsBasic)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authenticationManager(manager)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(EndpointRights::apply)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain browsers(
            HttpSecurity http, AuthenticationManager manager, AccountStore accounts, ProblemAnswers problems)
            throws Exception {
        EndpointRights.headers(http);
        return http.authenticationManager(manager)
                .formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/").failureHandler(backToLogin()))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .addFilterBefore(new FreshAccountFilter(accounts, problems), CsrfFilter.class)
                .authorizeHttpRequests(EndpointRights::apply)
                .build();
    }

    /** HTTP Basic that a browser did not attach by itself to another site's request: that one must show a token, and has none. */
    private static boolean bringsBasic(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String site = request.getHeader("Sec-Fetch-Site");
        return header != null
                && header.regionMatches(true, 0, "Basic ", 0, 6)
                && (site == null || OWN_SITE.contains(site));
    }

    private static AuthenticationFailureHandler backToLogin() {
        return (request, response, failure) -> response.sendRedirect(request.getContextPath()
                + (failure instanceof TooManyTries wait ? "/login?wait=" + wait.seconds() : "/login?error"));
    }
}
