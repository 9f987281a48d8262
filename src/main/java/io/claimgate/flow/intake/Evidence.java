package io.claimgate.flow.intake;

import io.claimgate.dossier.DocumentKind;
import org.jspecify.annotations.Nullable;

/**
 * A document that is good to be filed: its bytes lie in the vault and were looked at.
 *
 * @param name as it came; never used as a path
 * @param mediaType by its content
 * @param language ISO 639-1; null where nobody said
 * @param origin {@code erp:<source>} or {@code account:<name>}
 * @param actor who is told in the event
 * @param fileId the ERP's file; null where it came otherwise
 */
public record Evidence(
        DocumentKind kind,
        String name,
        String sha256,
        long size,
        String mediaType,
        @Nullable String language,
        String origin,
        String actor,
        @Nullable Long fileId) {}
