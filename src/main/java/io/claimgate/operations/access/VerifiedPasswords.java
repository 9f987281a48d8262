package io.claimgate.operations.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers which password matched which hash, as a keyed digest under a key of this process: a script that sends HTTP Basic with every
 * call pays for bcrypt once, not every time. A changed password has another hash and is found out at once.
 */
final class VerifiedPasswords implements PasswordEncoder {

    private static final int MOST = 1000;

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Map<String, byte[]> seen = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST;
        }
    };

    VerifiedPasswords(PasswordEncoder slow) {
        this.slow = slow;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public String encode(CharSequence rawPassword) {
        String encoded = slow.encode(rawPassword);
        matched(encoded, digest(rawPassword));
        return encoded;
    }

    @Override
    public boolean matches(CharSequence rawPassword, String encodedPassword) {
        byte[] digest = digest(rawPassword);
        byte[] known;
        synchronized (seen) {
            known = seen.get(encodedPassword);
        }
        if (known != null && MessageDigest.isEqual(known, digest)) {
            return true;
        }
        boolean match = slow.matches(rawPassword, encodedPassword);
        if (match) {
            matched(encodedPassword, digest);
        }
        return match;
    }

    private void matched(String encodedPassword, byte[] digest) {
        synchronized (seen) {
            seen.put(encodedPassword, digest);
        }
    }

    @Override
    public boolean upgradeEncoding(String encodedPassword) {
        return slow.upgradeEncoding(encodedPassword);
    }

    private byte[] digest(CharSequence password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
