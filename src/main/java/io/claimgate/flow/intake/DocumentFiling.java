package io.claimgate.flow.intake;

import io.claimgate.dossier.Document;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files evidence, once for each thing that it belongs to, and has the dossiers looked at that it may complete. Joins the caller's transaction. */
public final class DocumentFiling {

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
        List<DocumentStore.Filed> filed = new ArrayList<>();
        // Sorted: two documents that serve the same claims lock their tasks in the same order.
        SortedMap<String, String> concerned = new TreeMap<>();
        for (DocumentStore.Meant one : meant) {
            DocumentStore.Filed now = documents.file(evidence, one, clock.now());
            filed.add(now);
            if (now.created()) {
                record(now.document(), evidence.actor(), one.creditor());
                claims.servedBy(one.tie()).forEach(claim -> concerned.put(claim.claimKey(), claim.creditor()));
            }
        }
        concerned.forEach((claim, creditor) -> tasks.arm(TaskKinds.DOSSIER, claim, creditor, clock.now(), Tasks.NEVER));
        return filed;
    }

    private void record(Document document, String actor, String creditor) {
        events.record("document/" + document.id(), "document.received", actor, creditor, payload(document));
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
