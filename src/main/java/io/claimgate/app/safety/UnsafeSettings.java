package io.claimgate.app.safety;

import io.claimgate.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** What is unsafe as far as the settings alone tell: both the start and {@code --check} ask, before any connection. */
public final class UnsafeSettings {

    public static final String PRODUCTION = "production";
    public static final String SANDBOX = "sandbox";

    private UnsafeSettings() {}

    /** Every fault of profile {@code production}; the others promise nothing and have none. */
    public static List<Problem> in(Environment settings) {
        Set<String> profiles = Set.of(settings.getActiveProfiles());
        if (!profiles.contains(PRODUCTION)) {
            return List.of();
        }
        if (profiles.contains(SANDBOX)) {
            // Half of its settings are another world's: nothing else is worth saying.
            return List.of(Unsafe.setting(
                    "spring.profiles.active",
                    String.join(",", settings.getActiveProfiles()),
                    "the sandbox simulates an insurer and moves the clock; start with one of the two"));
        }
        return Stream.of(DatabaseRules.faults(settings), BrokerRules.faults(settings), PartnerRules.faults(settings))
                .flatMap(List::stream)
                .toList();
    }
}
