package io.claimgate.operations.access;

import io.claimgate.operations.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a password must be. Length is what counts (NIST SP 800-63B 5.1.1.2); no rule about kinds of characters. */
final class PasswordRules {

    static final int SHORTEST = 12;
    /** What bcrypt looks at. */
    static final int MOST_BYTES = 72;

    private PasswordRules() {}

    /** Throws {@link ApiProblem} with SEC-002 that says what to mend; never quotes the password. */
    static void check(String account, String password) {
        if (password.length() < SHORTEST) {
            throw ApiProblem.weakPassword(
                    "the password has " + password.length() + " characters; choose at least " + SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw ApiProblem.weakPassword("the password is longer than " + MOST_BYTES + " bytes; choose a shorter one");
        }
        if (password.toLowerCase(Locale.ROOT).contains(account.toLowerCase(Locale.ROOT)) && account.length() > 3) {
            throw ApiProblem.weakPassword("the password contains the account's name; choose another");
        }
        if (password.chars().distinct().count() < 5) {
            throw ApiProblem.weakPassword("the password repeats a few characters; choose another");
        }
    }
}
