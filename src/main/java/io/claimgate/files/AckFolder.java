package io.claimgate.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.claimgate.feed.Acknowledgement;
import io.claimgate.feed.Counts;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.flow.Home;
import io.claimgate.flow.intake.Answers;
import io.claimgate.flow.intake.ErpFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder {@code ack/} of each source. */
public final class AckFolder implements Answers {

    private final Home home;
    private final ObjectMapper json;

    public AckFolder(Home home, ObjectMapper json) {
        this.home = home;
        this.json = json;
    }

    @Override
    public String rejectsName(String file, int ordinal) {
        return FileNames.beside(file, ordinal, "rejects", "csv");
    }

    @Override
    public void acknowledge(Acknowledgement acknowledgement, Rejects rejects) {
        Path folder = home.ack(acknowledgement.source());
        try {
            String answer = FileNames.beside(acknowledgement.file(), acknowledgement.ordinal(), "ack", "json");
            if (answered(folder.resolve(answer), acknowledgement)) {
                return;
            }
            String rejectsName = acknowledgement.rejects();
            if (rejectsName != null) {
                AtomicFile.write(
                        folder.resolve(rejectsName),
                        out -> writeRejects(new OutputStreamWriter(out, StandardCharsets.UTF_8), rejects));
            }
            writeJson(folder.resolve(answer), content(acknowledgement));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "file " + acknowledgement.fileId() + " cannot be acknowledged in " + folder, e);
        }
    }

    /** An ERP that has read its answer does not read it again: what lies there for the same delivery stays as it is. */
    private boolean answered(Path answer, Acknowledgement acknowledgement) throws IOException {
        if (!Files.isRegularFile(answer, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        JsonNode there = json.readTree(Files.readAllBytes(answer));
        return acknowledgement.sha256().equals(there.path("sha256").asText())
                && acknowledgement
                        .receivedAt()
                        .toString()
                        .equals(there.path("receivedAt").asText());
    }

    @Override
    public void hold(ErpFile file, Reason reason) {
        Path folder = home.ack(file.source());
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("fileId", file.ref());
        content.put("file", file.name());
        content.put("source", file.source());
        content.put("feed", file.feed());
        content.put("sha256", file.sha256());
        content.put("receivedAt", file.receivedAt().toString());
        content.put("status", FileStatus.HELD.name());
        content.put("reasons", reasons(List.of(reason)));
        try {
            writeJson(folder.resolve(FileNames.beside(file.name(), file.ordinal(), "held", "json")), content);
        } catch (IOException e) {
            throw new UncheckedIOException("the hold of file " + file.id() + " cannot be told in " + folder, e);
        }
    }

    private static void writeRejects(OutputStreamWriter out, Rejects rejects) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord("line", "field", "code", "message", "value");
        rejects.forEach(fault -> csv.writeRecord(
                Long.toString(fault.line()),
                fault.field(),
                fault.code().code(),
                fault.message(),
                fault.value() == null ? "" : fault.value()));
        csv.flush();
    }

    private void writeJson(Path target, Map<String, @Nullable Object> content) throws IOException {
        byte[] bytes = json.writeValueAsBytes(content);
        AtomicFile.write(target, out -> out.write(bytes));
    }

    private static Map<String, @Nullable Object> content(Acknowledgement acknowledgement) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("fileId", Long.toString(acknowledgement.fileId()));
        content.put("file", acknowledgement.file());
        content.put("source", acknowledgement.source());
        content.put("feed", acknowledgement.feed());
        content.put("sha256", acknowledgement.sha256());
        content.put("receivedAt", acknowledgement.receivedAt().toString());
        content.put(
                "asOf",
                acknowledgement.asOf() == null ? null : acknowledgement.asOf().toString());
        content.put("status", acknowledgement.status().name());
        content.put("counts", counts(acknowledgement.counts()));
        content.put("reasons", reasons(acknowledgement.reasons()));
        content.put("rejects", acknowledgement.rejects());
        return content;
    }

    private static Map<String, Long> counts(Counts counts) {
        Map<String, Long> content = new LinkedHashMap<>();
        content.put("read", counts.read());
        content.put("created", counts.created());
        content.put("updated", counts.updated());
        content.put("unchanged", counts.unchanged());
        content.put("settled", counts.settled());
        content.put("rejected", counts.rejected());
        content.put("warned", counts.warned());
        return content;
    }

    private static List<Map<String, String>> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> {
                    Map<String, String> content = new LinkedHashMap<>();
                    content.put("code", reason.code());
                    content.put("message", reason.message());
                    return content;
                })
                .toList();
    }
}
