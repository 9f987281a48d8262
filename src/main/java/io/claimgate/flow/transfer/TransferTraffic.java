package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.flow.MessageLog;
import io.claimgate.flow.MessageLog.Direction;
import io.claimgate.flow.MessageLog.Message;
import io.claimgate.flow.Vault;

/** Records every byte of a call: the documents by their own hash, and what went around them. */
final class TransferTraffic {

    private static final String XML = "text/xml";

    private final MessageLog messages;
    private final Vault vault;

    TransferTraffic(MessageLog messages, Vault vault) {
        this.messages = messages;
        this.vault = vault;
    }

    void sent(
            Claim claim,
            Submission call,
            Parcel parcel,
            DocumentChannel.Terms terms,
            DocumentChannel.Reply<Carried> reply) {
        String outcome = reply.outcome().words();
        String type =
                terms.whole() ? "application/zip" : parcel.documents().get(0).mediaType();
        Vault.Stored content = new Vault.Stored(parcel.sha256(), parcel.size());
        record(Direction.OUT, claim, call, terms.operation(), content, type, outcome);
        around(claim, call, terms.operation(), reply, outcome);
    }

    void asked(Claim claim, Transfer transfer, String question, DocumentChannel.Reply<Holding> reply) {
        around(claim, transfer.submission(), question, reply, reply.outcome().words());
    }

    private void around(
            Claim claim, Submission call, String operation, DocumentChannel.Reply<?> reply, String outcome) {
        byte[] request = reply.request();
        if (request != null) {
            record(Direction.OUT, claim, call, operation, stored(claim, "REQUEST", request), XML, outcome);
        }
        byte[] response = reply.response();
        if (response != null) {
            String type = reply.contentType();
            record(Direction.IN, claim, call, operation, stored(claim, "RESPONSE", response), type, outcome);
        }
    }

    private Vault.Stored stored(Claim claim, String kind, byte[] bytes) {
        return vault.put(claim.subject().creditor(), kind, bytes);
    }

    private void record(
            Direction direction,
            Claim claim,
            Submission call,
            String operation,
            Vault.Stored bytes,
            String contentType,
            String outcome) {
        messages.record(new Message(
                direction,
                claim.subject().insurer(),
                claim.subject().creditor(),
                claim.key().value(),
                call.attempt().id(),
                operation,
                bytes.sha256(),
                bytes.size(),
                contentType,
                outcome));
    }
}
