package io.claimgate.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence; its bytes lie in the vault.
 *
 * @param id its row
 * @param name as it came; never used as a path
 * @param sha256 of its bytes, lower case hex
 * @param size in bytes
 * @param mediaType by its content, not by its name
 * @param language ISO 639-1; null where nobody said
 * @param tie what it belongs to
 * @param origin {@code erp:<source>}, {@code account:<name>} or {@code gateway} for what was made from our own books
 * @param receivedAt business time
 */
public record Document(
        long id,
        DocumentKind kind,
        String name,
        String sha256,
        long size,
        String mediaType,
        @Nullable String language,
        Tie tie,
        String origin,
        Instant receivedAt) {

    /** What a document belongs to. */
    public sealed interface Tie {

        /** As it is stored: {@code receivable/12}. */
        String text();
    }

    /** One receivable, and so the claims that it is in. */
    public record ToReceivable(long receivableId) implements Tie {
        @Override
        public String text() {
            return "receivable/" + receivableId;
        }
    }

    /** A buyer, and so all of its claims. */
    public record ToBuyer(long buyerId) implements Tie {
        @Override
        public String text() {
            return "buyer/" + buyerId;
        }
    }

    /** One claim. */
    public record ToClaim(String claimKey) implements Tie {
        @Override
        public String text() {
            return "claim/" + claimKey;
        }
    }
}
