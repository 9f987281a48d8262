package io.claimgate.flow.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.HexFormat;

/** The key of a gateway: signs blocks, and vouches for events at the moment they are recorded. */
public final class AuditKey implements EventStamp {

    /** Derived, so that the key which vouches a thousand times a second is not the one that signs. */
    private static final byte[] PURPOSE = "claimgate event stamp 1".getBytes(StandardCharsets.US_ASCII);

    private final VerifyingKey verifying;
    private final PrivateKey key;
    private final byte[] stampKey;

    public AuditKey(VerifyingKey verifying, PrivateKey key) {
        this.verifying = verifying;
        this.key = key;
        this.stampKey = Payload.hmac(key.getEncoded(), PURPOSE);
    }

    public String id() {
        return verifying.id();
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("audit key " + id() + " cannot sign; it must be Ed25519", e);
        }
    }

    @Override
    public String of(AuditEvent event) {
        return HexFormat.of().formatHex(Payload.hmac(stampKey, event.vouched()));
    }
}
