package io.claimgate.app.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One broker of an address such as {@code tcp://a:61617?sslEnabled=true} or {@code (tcp://a:1,tcp://b:2)?sslEnabled=true}.
 *
 * @param host its name, without the port
 * @param parameters its own and those of all
 */
record BrokerAddress(String host, String parameters) {

    private static final Pattern ONE =
            Pattern.compile("tcp://(\\[[^\\]]*]|[^:/?,)]*)(?::\\d+)?(\\?(?:(?!,tcp://|\\)).)*)?");

    /** Empty where no host is named. */
    static List<BrokerAddress> all(String url) {
        String ofAll = url.startsWith("(") ? url.substring(url.lastIndexOf(')') + 1) : "";
        List<BrokerAddress> found = new ArrayList<>();
        Matcher one = ONE.matcher(url);
        while (one.find()) {
            String own = one.group(2) == null ? "" : one.group(2);
            if (!one.group(1).isEmpty()) {
                found.add(new BrokerAddress(one.group(1), own + "&" + ofAll));
            }
        }
        return found;
    }

    /** Why it must not be used. */
    Optional<String> fault() {
        if (!has("sslEnabled", "true")) {
            return Loopback.names(host)
                    ? Optional.empty()
                    : Optional.of("events and the password would cross the network in plain text; add sslEnabled=true");
        }
        if (has("trustAll", "true")) {
            return Optional.of("trustAll=true lets anybody be the broker; name a trustStorePath instead");
        }
        return has("verifyHost", "false")
                ? Optional.of(
                        "verifyHost=false takes any host's certificate; remove it and give the broker one with its name")
                : Optional.empty();
    }

    private boolean has(String name, String value) {
        return Pattern.compile("[?&;]" + name + "=" + value + "(?:[&;]|$)")
                .matcher(parameters)
                .find();
    }
}
