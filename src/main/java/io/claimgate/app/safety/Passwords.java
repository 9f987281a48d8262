package io.claimgate.app.safety;

import io.claimgate.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;

/** Passwords that are none. */
final class Passwords {

    /** What images, manuals and people in a hurry use. */
    private static final Set<String> TRIED_FIRST = Set.of(
            "admin",
            "amq",
            "artemis",
            "changeit",
            "changeme",
            "claimgate",
            "default",
            "guest",
            "pass",
            "password",
            "postgres",
            "root",
            "sa",
            "secret",
            "test");

    private Passwords() {}

    /** Empty if the password could stand; a word that everybody tries first is not repeated in the message. */
    static List<Problem> faults(Environment settings, String userKey, String passwordKey) {
        String user = settings.getProperty(userKey, "");
        String password = settings.getProperty(passwordKey, "");
        if (password.isBlank()) {
            return List.of(Unsafe.setting(
                    passwordKey, password, "is empty; give a random one as a file of that name, or by environment"));
        }
        if (password.equalsIgnoreCase(user) || TRIED_FIRST.contains(password.toLowerCase(Locale.ROOT))) {
            return List.of(Unsafe.setting(
                    passwordKey, null, "is the user's name or a word that everybody tries first; choose a random one"));
        }
        return List.of();
    }
}
