package io.claimgate.operations.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session is worth what its account is worth now: disabled or with another password it ends, other rights count at once, and a password
 * that somebody else gave leads to its change before anything else.
 */
final class FreshAccountFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/password", "/logout", "/login");

    private final AccountStore accounts;
    private final ProblemAnswers problems;

    FreshAccountFilter(AccountStore accounts, ProblemAnswers problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.getPrincipal() instanceof Caller known && !EndpointRights.isStatic(request)) {
            Optional<Account> account = accounts.find(known.name()).filter(Account::enabled);
            if (account.isEmpty() || account.get().caller().stamp() != known.stamp()) {
                end(request);
            } else {
                Caller now = account.get().caller();
                become(now, login);
                if (now.mustChange() && !OPEN.contains(EndpointRights.path(request))) {
                    problems.changePasswordFirst(request, response);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static void become(Caller now, Authentication login) {
        if (!now.equals(login.getPrincipal())) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(AccountAuthentication.authenticated(now, login.getDetails()));
            SecurityContextHolder.setContext(context);
        }
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
