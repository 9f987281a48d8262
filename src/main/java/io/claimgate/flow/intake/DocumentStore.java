package io.claimgate.flow.intake;

import io.claimgate.dossier.Document;
import io.claimgate.feed.DocumentLabel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Documents and what they belong to. All calls join the caller's transaction. */
public interface DocumentStore {

    /** Something known that a label means, and whose it is. */
    record Meant(String creditor, Document.Tie tie) {}

    /** @param created false: the same bytes stood there already, as the same kind and for the same thing */
    record Filed(Document document, boolean created) {}

    /**
     * What a label means among these creditors: each instalment of the invoice, the buyer, the claim; empty where nobody knows it.
     *
     * @param scheme under which the source's customer numbers stand
     */
    List<Meant> meant(DocumentLabel label, Collection<String> creditors, String scheme);

    /** Files it for one thing, once. */
    Filed file(Evidence evidence, Meant meant, Instant receivedAt);
}
