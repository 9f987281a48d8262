package io.claimgate.app.safety;

import io.claimgate.problem.Problem;
import java.util.List;
import org.springframework.core.env.Environment;

/** Insurers notify us over TLS. */
final class PartnerRules {

    private static final String PORT = "claimgate.partner.port";

    private PartnerRules() {}

    static List<Problem> faults(Environment settings) {
        String address = settings.getProperty("server.address", "");
        boolean ownPort = !settings.getProperty(PORT, "").isBlank();
        if (ownPort || endsTls(settings) || Loopback.names(address)) {
            return List.of();
        }
        return List.of(Unsafe.setting(
                PORT,
                "",
                "/soap/notifications would answer in plain text on "
                        + (address.isEmpty() ? "every address" : address)
                        + "; set it with claimgate.partner.key-store and trust-store, or server.ssl.*, or server.address=127.0.0.1"
                        + " behind a proxy on this machine"));
    }

    private static boolean endsTls(Environment settings) {
        boolean keys = settings.containsProperty("server.ssl.key-store")
                || settings.containsProperty("server.ssl.certificate")
                || settings.containsProperty("server.ssl.bundle");
        return keys && settings.getProperty("server.ssl.enabled", Boolean.class, true);
    }
}
