package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.MessageLog;
import io.claimgate.flow.MessageLog.Direction;
import io.claimgate.flow.MessageLog.Message;
import io.claimgate.flow.Vault;
import org.jspecify.annotations.Nullable;

/** Records every byte of a call, in and out. */
final class Traffics {

    private final MessageLog messages;
    private final Vault vault;

    Traffics(MessageLog messages, Vault vault) {
        this.messages = messages;
        this.vault = vault;
    }

    /** What the insurer was told: its bytes are in the vault since the intent. */
    void sent(Claim claim, Submission call, String operation, InsurerChannel.Reply<Answer> reply) {
        byte[] request = reply.traffic().request();
        Vault.Stored sent = new Vault.Stored(call.attempt().payload(), request == null ? 0 : request.length);
        record(claim, call, operation, sent, reply.traffic(), reply.outcome().words());
    }

    /** A question. */
    void asked(Claim claim, Submission call, InsurerChannel.Terms terms, InsurerChannel.Reply<Query> reply) {
        Vault.Stored sent = stored(claim, "REQUEST", reply.traffic().request());
        record(
                claim,
                call,
                terms.query(),
                sent,
                reply.traffic(),
                reply.outcome().words());
    }

    /** A question about a claim of which nothing was sent as far as we know. */
    void askedFirst(Claim claim, InsurerChannel.Terms terms, InsurerChannel.Reply<Query> reply) {
        Vault.Stored sent = stored(claim, "REQUEST", reply.traffic().request());
        record(
                claim,
                null,
                terms.query(),
                sent,
                reply.traffic(),
                reply.outcome().words());
    }

    private void record(
            Claim claim,
            @Nullable Submission call,
            String operation,
            Vault.@Nullable Stored sent,
            InsurerChannel.Traffic traffic,
            String outcome) {
        Long submission = call == null ? null : call.attempt().id();
        messages.record(message(Direction.OUT, claim, submission, operation, sent, "text/xml", outcome));
        Vault.Stored received = stored(claim, "RESPONSE", traffic.response());
        if (received != null) {
            messages.record(
                    message(Direction.IN, claim, submission, operation, received, traffic.contentType(), outcome));
        }
    }

    private Vault.@Nullable Stored stored(Claim claim, String kind, byte @Nullable [] bytes) {
        return bytes == null ? null : vault.put(claim.subject().creditor(), kind, bytes);
    }

    private static Message message(
            Direction direction,
            Claim claim,
            @Nullable Long submission,
            String operation,
            Vault.@Nullable Stored bytes,
            String contentType,
            String outcome) {
        return new Message(
                direction,
                claim.subject().insurer(),
                claim.subject().creditor(),
                claim.key().value(),
                submission,
                operation,
                bytes == null ? null : bytes.sha256(),
                bytes == null ? 0 : bytes.size(),
                contentType,
                outcome);
    }
}
