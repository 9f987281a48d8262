package io.claimgate.app.safety;

import java.util.Locale;

/** This machine, by its name or number; nothing is looked up. */
final class Loopback {

    private Loopback() {}

    static boolean names(String host) {
        String plain = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        return plain.equals("localhost")
                || plain.matches("127(\\.\\d{1,3}){3}")
                || plain.equals("::1")
                || plain.equals("0:0:0:0:0:0:0:1");
    }
}
