package io.claimgate.flow.intake;

import io.claimgate.dossier.Document;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files evidence, once for each thing that it belongs to, and has the dossiers looked at that it may complete. Joins the caller's transaction. */
public final class DocumentFiling {

    /** The task kind that looks at a dossier; its reference is the claim key. */
    public static final String DOSSIER = "dossier";

    private final DocumentStore documents;
    private final ClaimsConcerned claims;
    private final EventLog events;
    private final Tasks tasks;
    private final BusinessClock clock;

    public DocumentFiling(
            DocumentStore documents, ClaimsConcerned claims, EventLog events, Tasks tasks, BusinessClock clock) {
        this.documents = documents;
        this.claims = claims;
        this.events = events;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What came of it, in the order of what is meant. */
    public List<DocumentStore.Filed> file(Evidence evidence, List<DocumentStore.Meant> meant) {
        return meant.stream().map(one -> file(evidence, one)).toList();
    }

    private DocumentStore.Filed file(Evidence evidence, DocumentStore.Meant meant) {
        DocumentStore.Filed filed = documents.file(evidence, meant, clock.now());
        if (filed.created()) {
            Document document = filed.document();
            events.record(
                    "document/" + document.id(),
                    "document.received",
                    evidence.actor(),
                    meant.creditor(),
                    payload(document));
            for (ClaimsConcerned.Concerned claim : claims.servedBy(meant.tie())) {
                tasks.arm(DOSSIER, claim.claimKey(), claim.creditor(), clock.now(), Tasks.NEVER);
            }
        }
        return filed;
    }

    private static Map<String, ?> payload(Document document) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("kind", document.kind().name());
        payload.put("sha256", document.sha256());
        payload.put("size", document.size());
        payload.put("mediaType", document.mediaType());
        payload.put("tie", document.tie().text());
        payload.put("origin", document.origin());
        return payload;
    }
}
