package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.Vault;
import io.claimgate.flow.declaration.MessageLog.Direction;
import io.claimgate.flow.declaration.MessageLog.Message;
import org.jspecify.annotations.Nullable;

/** Records every byte of a call, in and out. */
final class Traffics {

    private static final int LONGEST_OUTCOME = 200;

    private final MessageLog messages;
    private final Vault vault;

    Traffics(MessageLog messages, Vault vault) {
        this.messages = messages;
        this.vault = vault;
    }

    void sent(Claim claim, Submission call, InsurerChannel.Terms terms, InsurerChannel.Reply<Answer> reply) {
        record(claim, call, terms.declare(), reply.traffic(), reply.outcome().words());
    }

    void asked(Claim claim, Submission call, InsurerChannel.Terms terms, InsurerChannel.Reply<Query> reply) {
        record(claim, call, terms.query(), reply.traffic(), reply.outcome().words());
    }

    private void record(
            Claim claim, Submission call, String operation, InsurerChannel.Traffic traffic, String outcome) {
        String shortened = outcome.length() <= LONGEST_OUTCOME ? outcome : outcome.substring(0, LONGEST_OUTCOME);
        one(Direction.OUT, "REQUEST", claim, call, operation, traffic.request(), "text/xml", shortened);
        if (traffic.response() != null) {
            one(Direction.IN, "RESPONSE", claim, call, operation, traffic.response(), traffic.contentType(), shortened);
        }
    }

    private void one(
            Direction direction,
            String kind,
            Claim claim,
            Submission call,
            String operation,
            byte @Nullable [] bytes,
            String contentType,
            String outcome) {
        Vault.Stored stored = bytes == null ? null : vault.put(claim.subject().creditor(), kind, bytes);
        messages.record(new Message(
                direction,
                claim,
                call.attempt().id(),
                operation,
                stored == null ? null : stored.sha256(),
                stored == null ? 0 : stored.size(),
                contentType,
                outcome));
    }
}
