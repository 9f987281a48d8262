package io.claimgate.insurer.inbound;

import io.claimgate.insurer.inbound.Partners.Known;
import io.claimgate.problem.ProblemCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.w3c.dom.Element;

/**
 * Checks the UsernameToken of a WS-Security header (Username Token Profile 1.1, password as text or digest), and a Timestamp beside it where
 * there is one. Every token needs a nonce and the moment of its making: without them it could be used again by whoever has seen it.
 */
final class UsernameTokens {

    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Partners partners;
    private final Duration freshness;
    private final WSSecurityEngine engine = new WSSecurityEngine();

    /** @param freshness how old a token or timestamp may be */
    UsernameTokens(Partners partners, Duration freshness) {
        this.partners = partners;
        this.freshness = freshness;
        engine.setWssConfig(WSSConfig.getNewInstance());
    }

    /**
     * A token that proves its insurer.
     *
     * @param nonceHash SHA-256 of the nonce's bytes, however they were written
     * @param staleAt from when on the token is refused for its age
     */
    record Proven(String insurer, String nonceHash, Instant staleAt) {}

    /** The name that the token gives, before anything is proven; empty where there is none. */
    static String claimed(Element security) {
        var names = security.getElementsByTagNameNS(NeutralFault.WSSE, "Username");
        return names.getLength() == 0 ? "" : names.item(0).getTextContent().strip();
    }

    /** @throws NotServed if it proves nobody */
    Proven check(Element security) {
        String claimed = claimed(security);
        UsernameToken token = verified(security, claimed);
        Known known = partners.named(token.getName())
                .orElseThrow(() -> NotServed.security(ProblemCode.SEC_010, claimed, "nobody has that name"));
        Instant created = token.getCreatedDate();
        String nonce = token.getNonce();
        if (created == null || nonce == null || nonce.isBlank()) {
            throw NotServed.security(ProblemCode.SEC_010, claimed, "the token has no nonce or no moment of its making");
        }
        return new Proven(
                known.insurer(), hash(nonce, claimed), created.plus(freshness).plus(AHEAD));
    }

    private UsernameToken verified(Element security, String claimed) {
        try {
            List<WSSecurityEngineResult> tokens = engine.processSecurityHeader(security, rules())
                    .getActionResults()
                    .get(WSConstants.UT);
            if (tokens == null || tokens.size() != 1) {
                throw NotServed.security(
                        ProblemCode.SEC_010, claimed, "no header with one UsernameToken and its password");
            }
            return Objects.requireNonNull(
                    (UsernameToken) tokens.get(0).get(WSSecurityEngineResult.TAG_USERNAME_TOKEN),
                    "a checked token is there");
        } catch (WSSecurityException e) {
            boolean stale = e.getErrorCode() == WSSecurityException.ErrorCode.MESSAGE_EXPIRED;
            throw NotServed.security(
                    stale ? ProblemCode.SEC_011 : ProblemCode.SEC_010, claimed, String.valueOf(e.getMessage()));
        }
    }

    private RequestData rules() {
        RequestData rules = new RequestData();
        rules.setWssConfig(WSSConfig.getNewInstance());
        rules.setCallbackHandler(passwords());
        int seconds = Math.toIntExact(freshness.toSeconds());
        rules.setUtTTL(seconds);
        rules.setTimeStampTTL(seconds);
        rules.setUtFutureTTL(Math.toIntExact(AHEAD.toSeconds()));
        rules.setTimeStampFutureTTL(Math.toIntExact(AHEAD.toSeconds()));
        return rules;
    }

    /** A name that nobody has gets a password that nobody knows: it fails like a wrong one, and takes as long. */
    private CallbackHandler passwords() {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(partners.named(asked.getIdentifier())
                            .map(Known::password)
                            .orElseGet(() -> UUID.randomUUID().toString()));
                }
            }
        };
    }

    private static String hash(String nonce, String claimed) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(nonce);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IllegalArgumentException e) {
            throw NotServed.security(ProblemCode.SEC_010, claimed, "the nonce is not base64");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
