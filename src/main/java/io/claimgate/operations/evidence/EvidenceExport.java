package io.claimgate.operations.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.flow.audit.Sealer;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.AuditRow;
import io.claimgate.operations.reading.ClaimEvidence;
import io.claimgate.operations.reading.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the evidence of one claim: documents and messages pass from the vault to the caller without being held. */
@Component
public class EvidenceExport {

    private final ClaimEvidence reader;
    private final Sealer sealer;
    private final AuditKeys keys;
    private final Ideas ideas;
    private final ObjectMapper json;
    private final SummaryPage page;

    EvidenceExport(
            ClaimEvidence reader, Sealer sealer, AuditKeys keys, Ideas ideas, ObjectMapper json, SummaryPage page) {
        this.reader = reader;
        this.sealer = sealer;
        this.keys = keys;
        this.ideas = ideas;
        // One event is one line; what people read is indented.
        this.json = json.copy().disable(SerializationFeature.INDENT_OUTPUT);
        this.page = page;
    }

    /** Whose evidence it will be; throws {@link io.claimgate.operations.ApiProblem} 404 before anything is written. */
    public ClaimEvidence.Subject subject(Caller caller, String claimKey) {
        return reader.subject(caller.creditors(), claimKey);
    }

    /** Writes the ZIP, manifest last, and leaves the stream open. */
    public void write(Caller caller, ClaimEvidence.Subject subject, OutputStream out) throws IOException {
        // What was recorded until now is sealed, so that it can be proven.
        sealer.seal();
        EvidenceZip zip = new EvidenceZip(out);
        try (InputStream readme = Objects.requireNonNull(
                EvidenceExport.class.getResourceAsStream("/evidence/README.txt"), "evidence/README.txt")) {
            zip.copy("README.txt", readme);
        }
        List<Map<String, @Nullable Object>> documents = reader.rows(subject, "v_evidence_document", "id");
        List<Map<String, @Nullable Object>> postings = reader.rows(subject, "v_posting", "made_no");
        List<AuditRow> events = reader.events(
                subject,
                Stream.concat(
                        documents.stream().map(document -> "document/" + document.get("id")),
                        postings.stream().map(posting -> "posting/" + posting.get("postingId"))));
        Summary summary = summary(caller, subject, documents, postings, events, new Bytes(ideas.vault(), zip));
        zip.add("results.json", pretty(summary.results()));
        zip.write("events.jsonl", lines -> lines(events, lines));
        zip.add("proof.json", pretty(new Proofs(reader, keys, zip).prove(events)));
        zip.add("summary.json", pretty(summary));
        zip.add("summary.html", page.render(summary));
        zip.add("manifest.json", pretty(new Manifest(Summary.FORMAT, subject.claimKey(), zip.entries())));
        zip.finish();
    }

    private record Manifest(String format, String claimKey, List<EvidenceZip.Entry> entries) {}

    private Summary summary(
            Caller caller,
            ClaimEvidence.Subject subject,
            List<Map<String, @Nullable Object>> documents,
            List<Map<String, @Nullable Object>> postings,
            List<AuditRow> events,
            Bytes bytes)
            throws IOException {
        List<Map<String, @Nullable Object>> messages = reader.rows(subject, "v_evidence_message", "id");
        for (Map<String, @Nullable Object> message : messages) {
            String way = "OUT".equals(message.get("direction")) ? "sent" : "received";
            bytes.add(message, "messages/" + message.get("id") + "-" + way, message.get("contentType"));
        }
        for (Map<String, @Nullable Object> document : documents) {
            bytes.add(
                    document,
                    "documents/" + document.get("id") + "-" + document.get("kind"),
                    document.get("mediaType"));
        }
        Map<String, @Nullable Object> claim =
                reader.rows(subject, "v_evidence_claim", "claim_key").get(0);
        if (claim.get("manualEvidence") instanceof String sha256) {
            Map<String, @Nullable Object> filed = new LinkedHashMap<>(Map.of("sha256", sha256));
            bytes.add(filed, "documents/filed-by-hand", null);
            claim.put("manualEvidenceFile", filed.get("file"));
        }
        ZoneId zone = subject.zone();
        return new Summary(
                Summary.FORMAT,
                subject.claimKey(),
                zone.getId(),
                Moment.of(ideas.now(), zone),
                Moment.of(ideas.systemNow(), zone),
                caller.name(),
                claim,
                reader.rows(subject, "v_claim_line", "due_date, invoice_number, instalment"),
                reader.rows(subject, "v_evidence_source", "id"),
                reader.deadlines(subject),
                reader.rows(subject, "v_evidence_submission", "id"),
                messages,
                documents,
                reader.rows(subject, "v_evidence_sending", "submission_id, document_id"),
                reader.rows(subject, "v_evidence_result", "id"),
                postings,
                reader.postingLines(subject, postings),
                history(events, zone));
    }

    private List<Map<String, @Nullable Object>> history(List<AuditRow> events, ZoneId zone) throws IOException {
        List<Map<String, @Nullable Object>> history = new ArrayList<>();
        for (AuditRow event : events) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("event", event.id());
            entry.put("at", Moment.of(event.at(), zone));
            entry.put("recordedAt", Moment.of(event.recordedAt(), zone));
            entry.put("stream", event.stream());
            entry.put("what", event.type());
            entry.put("actor", event.actor());
            entry.put("block", event.block());
            entry.put("details", event.payload() == null ? null : json.readTree(event.payload()));
            history.add(entry);
        }
        return history;
    }

    /** The payload as the text that was recorded: its bytes give the commitment. */
    private void lines(List<AuditRow> events, OutputStream out) throws IOException {
        for (AuditRow event : events) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("id", event.id());
            line.put("stream", event.stream());
            line.put("seq", event.seq());
            line.put("at", event.at().toString());
            line.put("recordedAt", event.recordedAt().toString());
            line.put("actor", event.actor());
            line.put("type", event.type());
            line.put("version", event.version());
            line.put("creditor", event.creditor());
            line.put("commitment", event.commitment());
            line.put("salt", event.salt());
            line.put("payload", event.payload());
            line.put("block", event.block());
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        }
    }

    private byte[] pretty(Object value) throws IOException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }
}
