package io.claimgate.operations.acts;

import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.ActRefused;
import io.claimgate.flow.intake.ClaimDocuments;
import io.claimgate.flow.intake.DocumentStore;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Claim;
import io.claimgate.operations.reading.ClaimDocument;
import io.claimgate.operations.reading.Claims;
import io.claimgate.operations.reading.EvidenceFiles;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Evidence that a person adds to a claim, inside the creditors of that person. */
@Service
public class DocumentDesk {

    /** @param created false: the claim had these bytes as this kind already */
    public record Added(ClaimDocument document, boolean created) {}

    /** What came with the request; what is null was not given. */
    public record Form(
            @Nullable String kind,
            @Nullable String language,
            @Nullable String fileName,
            long size) {}

    private final Claims claims;
    private final EvidenceFiles documents;
    private final ObjectProvider<ClaimDocuments> acts;

    DocumentDesk(Claims claims, EvidenceFiles documents, ObjectProvider<ClaimDocuments> acts) {
        this.claims = claims;
        this.documents = documents;
        this.acts = acts;
    }

    /** What a document may be. */
    public static List<String> kinds() {
        return Arrays.stream(DocumentKind.values()).map(DocumentKind::name).toList();
    }

    /** Adds it; throws {@link ApiProblem}: 404 for the claim, 400 or 413 for what is not accepted. */
    public Added add(Caller caller, String claimKey, Form form, InputStream bytes) {
        Claim claim = claims.one(caller.creditors(), claimKey);
        ClaimDocuments.Given given = new ClaimDocuments.Given(
                kind(form.kind()),
                form.fileName() == null ? "" : form.fileName(),
                language(form.language()),
                form.size());
        try {
            DocumentStore.Filed filed =
                    acts.getObject().add(new ClaimKey(claimKey), claim.creditor(), given, bytes, caller.name());
            return new Added(documents.one(caller.creditors(), filed.document().id()), filed.created());
        } catch (ActRefused refused) {
            throw ApiProblem.refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private static DocumentKind kind(@Nullable String word) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badRequest("kind \"" + (word == null ? "" : word) + "\": must be one of "
                        + Arrays.stream(DocumentKind.values())
                                .map(DocumentKind::name)
                                .collect(Collectors.joining(", "))));
    }

    private static @Nullable String language(@Nullable String language) {
        if (language == null || language.isEmpty()) {
            return null;
        }
        if (!language.matches("[a-z]{2}")) {
            throw ApiProblem.badRequest("language \"" + language + "\": must be two small letters of ISO 639-1");
        }
        return language;
    }
}
