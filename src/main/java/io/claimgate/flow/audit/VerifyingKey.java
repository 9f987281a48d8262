package io.claimgate.flow.audit;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;

/**
 * A public key that blocks are checked with.
 *
 * @param id first 32 hex digits of the SHA-256 of its DER encoding
 */
public record VerifyingKey(String id, PublicKey key) {

    /** The algorithm of all keys. */
    public static final String ALGORITHM = "Ed25519";

    private static final int ID = 32;

    public static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(Sha256.hex(key.getEncoded()).substring(0, ID), key);
    }

    /** Whether the signature is of this text. */
    public boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("audit key " + id + " cannot verify; it must be " + ALGORITHM, e);
        }
    }

    /** As OpenSSL reads it. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
