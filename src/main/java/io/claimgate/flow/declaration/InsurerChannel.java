package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.LastLook;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to one insurer. Whatever goes wrong on it is an outcome, not an exception. */
public interface InsurerChannel {

    /**
     * What we rely on.
     *
     * @param longestCall how long a call can take at most
     * @param settleTime how long after a call the insurer may still be at it
     * @param idempotent whether it takes the same claim key with the same content once only
     * @param answersQueries whether it can be asked for a claim
     * @param declare its name for a declaration, for the record of messages
     * @param query its name for a question
     * @param changes its names for what it can be told of a claim that it has; what is not there a person tells
     */
    record Terms(
            String insurer,
            Duration longestCall,
            Duration settleTime,
            boolean idempotent,
            boolean answersQueries,
            String declare,
            String query,
            Map<ChangeKind, String> changes) {

        public Terms {
            changes = Map.copyOf(changes);
        }
    }

    /** What went over the wire, as far as it is known. */
    record Traffic(byte @Nullable [] request, byte @Nullable [] response, String contentType) {}

    /** What a call came to, and its bytes. */
    record Reply<T>(T outcome, Traffic traffic) {}

    Terms terms();

    /**
     * The bytes that say it in the insurer's words.
     *
     * @throws io.claimgate.exchange.PartnerFailure.Permanent if the claim cannot be said so
     */
    byte[] render(Declaration declaration);

    /**
     * The bytes that tell a change in the insurer's words.
     *
     * @throws io.claimgate.exchange.PartnerFailure.Permanent if it cannot be said so
     */
    byte[] render(Claim claim, ClaimChange change);

    /** Sends these bytes once, if the last look allows it when all is ready for the first of them; else nothing was sent. */
    Reply<Answer> declare(ClaimKey key, byte[] payload, LastLook look);

    /** Sends these bytes of a change once, as {@link #declare} does. @param number of the change, which the receipt has to name */
    Reply<Answer> change(ClaimKey key, ChangeKind kind, int number, byte[] payload, LastLook look);

    /** Asks whether the insurer has the claim. */
    Reply<Query> ask(ClaimKey key);
}
