package io.claimgate.flow.intake;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.Document;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Evidence that a person adds to a claim. */
public final class ClaimDocuments {

    /**
     * What a person gives.
     *
     * @param name as it came; it is never used as a path
     * @param language ISO 639-1; null where he does not say
     * @param size of the bytes
     */
    public record Given(
            DocumentKind kind, String name, @Nullable String language, long size) {}

    private final DocumentFiling filing;
    private final ContentCheck content;
    private final Ideas ideas;

    public ClaimDocuments(DocumentFiling filing, ContentCheck content, Ideas ideas) {
        this.filing = filing;
        this.content = content;
        this.ideas = ideas;
    }

    /**
     * Stores the bytes and files them for the claim.
     *
     * @param creditor whose claim it is
     * @throws ActRefused for bytes that are not accepted
     */
    public DocumentStore.Filed add(ClaimKey claim, String creditor, Given given, InputStream bytes, String actor) {
        String name = SafeName.of(given.name());
        try {
            content.checkSize(given.size(), name);
            Vault.Stored stored = ideas.vault().put(creditor, Vault.DOCUMENT, bytes);
            String mediaType = content.mediaType(ideas.vault().path(stored.sha256()), name);
            Evidence evidence = new Evidence(
                    given.kind(),
                    name,
                    stored.sha256(),
                    stored.size(),
                    mediaType,
                    given.language(),
                    "account:" + actor,
                    actor,
                    null);
            return file(evidence, new DocumentStore.Meant(creditor, new Document.ToClaim(claim.value())));
        } catch (DocumentRefused e) {
            throw new ActRefused(e.code(), e.sentence());
        } catch (IOException e) {
            throw new UncheckedIOException("a document of claim " + claim + " cannot be stored", e);
        }
    }

    private DocumentStore.Filed file(Evidence evidence, DocumentStore.Meant meant) {
        try {
            return fileOnce(evidence, meant);
        } catch (DuplicateKeyException e) {
            // Somebody gave the same at the same moment; now it stands there.
            return fileOnce(evidence, meant);
        }
    }

    private DocumentStore.Filed fileOnce(Evidence evidence, DocumentStore.Meant meant) {
        return Objects.requireNonNull(ideas.transactions()
                .execute(status -> filing.file(evidence, List.of(meant)).get(0)));
    }
}
