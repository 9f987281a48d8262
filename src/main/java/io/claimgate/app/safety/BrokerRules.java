package io.claimgate.app.safety;

import io.claimgate.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** A broker of its own, over TLS, with a password. What its addresses keep is asked once it answers. */
final class BrokerRules {

    private static final String MODE = "spring.artemis.mode";
    private static final String EMBEDDED = "spring.artemis.embedded.enabled";
    private static final String URL = "spring.artemis.broker-url";
    private static final String ADDRESS = "claimgate.broker.address";
    private static final String TRUST = "claimgate.broker.trust-store";

    private BrokerRules() {}

    static List<Problem> faults(Environment settings) {
        String mode = settings.getProperty(MODE, "embedded");
        if (!mode.equals("native") || settings.getProperty(EMBEDDED, Boolean.class, true)) {
            return List.of(Unsafe.setting(
                    mode.equals("native") ? EMBEDDED : MODE,
                    mode.equals("native") ? "true" : mode,
                    "a broker inside the gateway would be another one in each; set " + MODE + "=native and " + EMBEDDED
                            + "=false"));
        }
        List<Problem> faults = new ArrayList<>(address(settings));
        faults.addAll(Passwords.faults(settings, "spring.artemis.user", "spring.artemis.password"));
        return faults;
    }

    private static List<Problem> address(Environment settings) {
        List<BrokerAddress> addresses = BrokerAddress.all(settings.getProperty(URL, ""));
        if (addresses.isEmpty()) {
            return List.of(Unsafe.setting(ADDRESS, null, "is not set; give host:port of the broker's TLS acceptor"));
        }
        List<Problem> faults = new ArrayList<>();
        for (BrokerAddress address : addresses) {
            address.fault().ifPresent(why -> faults.add(Unsafe.setting(URL, address.host(), why)));
        }
        String trust = settings.getProperty(TRUST, "");
        boolean needed = settings.getProperty(URL, "").contains("trustStorePath=&");
        if (needed || !trust.isEmpty() && !Files.isReadable(Path.of(trust))) {
            faults.add(Unsafe.setting(
                    TRUST,
                    trust,
                    (trust.isEmpty() ? "is not set" : "cannot be read")
                            + "; give a PKCS#12 file with the broker's certificate or that of its authority"));
        }
        return faults;
    }
}
