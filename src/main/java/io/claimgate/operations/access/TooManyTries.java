package io.claimgate.operations.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** The account waits after wrong passwords from this address. */
final class TooManyTries extends AuthenticationException {

    private final long seconds;

    TooManyTries(Duration wait) {
        super("too many wrong passwords from this address; try again in " + (wait.toSeconds() + 1) + " seconds");
        this.seconds = wait.toSeconds() + 1;
    }

    long seconds() {
        return seconds;
    }
}
