package io.claimgate.flow.transfer;

import io.claimgate.claim.Submission;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Vault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sending of documents; its submission's attempt is its number. Carried but not yet taken by the insurer, it is a submission SENDING with
 * {@code carriedAt}: nothing of it is sent again, only its receipt is looked for.
 *
 * @param channel SOAP or SFTP
 * @param name under which the insurer sees it
 * @param carriedAt transport receipt, business time
 * @param receivedAt business receipt
 */
public record Transfer(
        Submission submission,
        String creditor,
        String channel,
        String name,
        long size,
        List<Item> documents,
        @Nullable Instant carriedAt,
        @Nullable Instant receivedAt) {

    /** A document in it. */
    public record Item(long documentId, Parcel.Content content) {

        Item named(String name) {
            return new Item(
                    documentId,
                    new Parcel.Content(name, content.kind(), content.sha256(), content.size(), content.mediaType()));
        }
    }

    public Transfer {
        documents = List.copyOf(documents);
    }

    public int number() {
        return submission.attempt().number();
    }

    Transfer with(Submission next) {
        return new Transfer(next, creditor, channel, name, size, documents, carriedAt, receivedAt);
    }

    /** The documents for a transfer of another name; one that goes alone bears the transfer's. */
    List<Item> renamed(String other) {
        return documents.size() == 1 && documents.get(0).content().name().equals(name)
                ? List.of(documents.get(0).named(other))
                : documents;
    }

    /** Whether it was carried whole and only the insurer's word is still to come. */
    boolean awaitsReceipt() {
        return carriedAt != null && submission instanceof Submission.Sending;
    }

    /** Its documents, as they are noted outside of the database. */
    List<Departure.Paper> papers() {
        return documents.stream()
                .map(Item::content)
                .map(content -> new Departure.Paper(
                        content.name(), content.kind(), content.sha256(), content.size(), content.mediaType()))
                .toList();
    }

    Parcel parcel(Vault vault) {
        String payload = submission.attempt().payload();
        return new Parcel(
                submission.attempt().claim(),
                creditor,
                number(),
                documents.stream().map(Item::content).toList(),
                vault.path(payload),
                payload,
                size);
    }
}
