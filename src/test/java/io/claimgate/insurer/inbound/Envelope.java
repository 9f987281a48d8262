package io.claimgate.insurer.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** SOAP messages made by hand, from the published rules of the UsernameToken profile, so that a test can make wrong ones too. */
final class Envelope {

    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String TYPES = WSS + "username-token-profile-1.0#";

    private Envelope() {}

    /** What a token says. */
    record Token(String username, String password, boolean digest, String nonce, String created) {

        static Token fresh(String username, String password) {
            return new Token(
                    username,
                    password,
                    true,
                    Base64.getEncoder()
                            .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        }

        Token inText() {
            return new Token(username, password, false, nonce, created);
        }

        Token made(Instant at) {
            return new Token(
                    username,
                    password,
                    digest,
                    nonce,
                    at.truncatedTo(ChronoUnit.MILLIS).toString());
        }

        Token withNonce(String other) {
            return new Token(username, password, digest, other, created);
        }

        String header() {
            return "<wsse:Security xmlns:wsse=\"" + WSS + "wssecurity-secext-1.0.xsd\" xmlns:wsu=\"" + WSS
                    + "wssecurity-utility-1.0.xsd\" s:mustUnderstand=\"1\"><wsse:UsernameToken wsu:Id=\"t1\"><wsse:Username>"
                    + username + "</wsse:Username><wsse:Password Type=\"" + TYPES
                    + (digest ? "PasswordDigest" : "PasswordText") + "\">" + secret() + "</wsse:Password>"
                    + (nonce == null
                            ? ""
                            : "<wsse:Nonce EncodingType=\"" + WSS + "soap-message-security-1.0#Base64Binary\">" + nonce
                                    + "</wsse:Nonce>")
                    + (created == null ? "" : "<wsu:Created>" + created + "</wsu:Created>")
                    + "</wsse:UsernameToken></wsse:Security>";
        }

        private String secret() {
            if (!digest) {
                return password;
            }
            try {
                MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
                sha1.update(Base64.getMimeDecoder().decode(nonce));
                sha1.update(created.getBytes(StandardCharsets.UTF_8));
                sha1.update(password.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(sha1.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static String of(String header, String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>" + header
                + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    static String status(String messageId, String claim, String status) {
        return "<NotifyClaimStatus xmlns=\"urn:claimgate:notifications:1\"><messageId>" + messageId + "</messageId>"
                + claim + "<status>" + status + "</status><at>2026-07-02T09:30:00+02:00</at></NotifyClaimStatus>";
    }

    static String settlement(String messageId, String claim, String amount) {
        return "<NotifySettlement xmlns=\"urn:claimgate:notifications:1\"><messageId>" + messageId + "</messageId>"
                + claim + "<settlementId>S-" + messageId + "</settlementId><kind>INDEMNITY</kind><amount>" + amount
                + "</amount><currency>EUR</currency><valueDate>2026-07-15</valueDate><reference>payment</reference>"
                + "</NotifySettlement>";
    }

    static String key(Object claimKey) {
        return "<claimKey>" + claimKey + "</claimKey>";
    }
}
