package io.claimgate.catalogue;

import io.claimgate.exchange.InsurerProfile.Inbound;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code inbound:} of an {@code insurer.yaml}: by which credentials the insurer is known when it calls. */
final class InsurerInboundReader {

    private static final Pattern SETTING = Pattern.compile("\\{\\{[A-Za-z0-9._-]+}}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private InsurerInboundReader() {}

    /** @param inbound null where the insurer never calls */
    static Inbound read(@Nullable Section inbound) {
        if (inbound == null) {
            return Inbound.NONE;
        }
        String username = inbound.text("username");
        String password = inbound.text("password");
        if ((username == null) != (password == null)) {
            inbound.wrong(
                    username == null ? "username" : "password",
                    "",
                    "is missing: a name and a password prove the caller together; give both or none");
        }
        if (password != null && !SETTING.matcher(password).matches()) {
            inbound.wrong(
                    "password", "...", "stands in the file; name the setting that holds it, {{insurer.password}}");
        }
        Set<String> certificates = certificates(inbound);
        inbound.noOther();
        return new Inbound(username, password, certificates);
    }

    /** As tools print fingerprints: with colons or without, in any case. */
    private static Set<String> certificates(Section inbound) {
        Set<String> certificates = new HashSet<>();
        for (String text : inbound.texts("certificates")) {
            String fingerprint = text.replace(":", "").toLowerCase(Locale.ROOT);
            if (SHA256.matcher(fingerprint).matches()) {
                certificates.add(fingerprint);
            } else {
                inbound.wrong("certificates", text, "is no SHA-256 of a certificate; give 64 hex digits");
            }
        }
        return certificates;
    }
}
