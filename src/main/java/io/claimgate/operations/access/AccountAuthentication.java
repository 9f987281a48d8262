package io.claimgate.operations.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Name and password against the accounts. An unknown name costs as much time as a wrong password and is told apart by nothing. */
final class AccountAuthentication implements AuthenticationProvider {

    /** Of random bytes that were thrown away: no password has it, and to find that out costs as much as with an account's. */
    static final String NOBODYS = "{bcrypt}$2a$10$FB2QBLc4eurqR.WKWcyGGuFnabvVHisBx3EvQJ96GgaQA7rL9TE4C";

    private final AccountStore accounts;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;

    AccountAuthentication(AccountStore accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "local";
        Duration wait = throttle.wait(name, address);
        if (!wait.isZero()) {
            throw new TooManyTries(wait);
        }
        Optional<Account> account = accounts.find(name);
        boolean match =
                encoder.matches(password, account.map(Account::passwordHash).orElse(NOBODYS));
        if (account.isEmpty() || !match || !account.get().enabled()) {
            throttle.failed(name, address);
            throw new BadCredentialsException("wrong name or password");
        }
        throttle.succeeded(name, address);
        return authenticated(account.get().caller(), attempt.getDetails());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    static Authentication authenticated(Caller caller, @Nullable Object details) {
        List<SimpleGrantedAuthority> authorities = caller.rights().stream()
                .map(right -> new SimpleGrantedAuthority(right.word()))
                .toList();
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities);
        token.setDetails(details);
        return token;
    }
}
