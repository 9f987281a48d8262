package io.claimgate.app.safety;

import io.claimgate.problem.Problem;
import java.util.List;
import org.springframework.core.env.Environment;

/** Production keeps its data in PostgreSQL. What that server promises is asked once it answers. */
final class DatabaseRules {

    private static final String URL = "spring.datasource.url";

    private DatabaseRules() {}

    static List<Problem> faults(Environment settings) {
        String url = settings.getProperty(URL, "");
        if (!url.startsWith("jdbc:postgresql:")) {
            return List.of(Unsafe.setting(
                    URL,
                    url,
                    "production needs PostgreSQL; set SPRING_DATASOURCE_URL to jdbc:postgresql://host/database"));
        }
        // Who shows a certificate needs no password.
        return url.contains("sslcert=")
                ? List.of()
                : Passwords.faults(settings, "spring.datasource.username", "spring.datasource.password");
    }
}
