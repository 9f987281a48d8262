package io.claimgate.flow.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys that this gateway trusts. They come from the file system, never from the database that they prove. */
public final class AuditKeys implements EventStamp {

    private final AuditKey current;
    private final List<AuditKey> own;
    private final Map<String, VerifyingKey> trusted;

    /**
     * @param current signs from now on
     * @param own with which gateways on this database vouch or vouched, the current one among them
     * @param trusted whose signatures count
     */
    public AuditKeys(AuditKey current, List<AuditKey> own, List<VerifyingKey> trusted) {
        this.current = current;
        this.own = List.copyOf(own);
        this.trusted = trusted.stream().collect(Collectors.toUnmodifiableMap(VerifyingKey::id, Function.identity()));
    }

    AuditKey current() {
        return current;
    }

    public Optional<VerifyingKey> trusted(String keyId) {
        return Optional.ofNullable(trusted.get(keyId));
    }

    @Override
    public String of(AuditEvent event) {
        return current.of(event);
    }

    /** Whether a gateway recorded the event as it stands. */
    boolean vouchedFor(KeptEvent kept) {
        String mac = kept.mac();
        return mac != null && own.stream().anyMatch(key -> same(key.of(kept.event()), mac));
    }

    private static boolean same(String computed, String found) {
        return MessageDigest.isEqual(
                computed.getBytes(StandardCharsets.US_ASCII), found.getBytes(StandardCharsets.US_ASCII));
    }
}
