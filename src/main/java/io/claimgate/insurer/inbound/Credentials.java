package io.claimgate.insurer.inbound;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What proves a caller is never stored. */
final class Credentials {

    /** From the start of an element Password, with any prefix, to its end, whatever stands between. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(<(?:[\\w.-]+:)?Password(?:\\s[^<>]*)?>).*?(</(?:[\\w.-]+:)?Password\\s*>)", Pattern.DOTALL);

    private Credentials() {}

    /** The same bytes without what stands in a Password element. */
    static byte[] stripped(byte[] message) {
        // Every byte is a character of its own and comes back as the same byte.
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return PASSWORD.matcher(text).replaceAll("$1***$2").getBytes(StandardCharsets.ISO_8859_1);
    }
}
