package io.claimgate.store.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.feed.Counts;
import io.claimgate.feed.FilePhase;
import io.claimgate.feed.FileStatus;
import io.claimgate.feed.Reason;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Rows of erp_file as files. */
public final class ErpFileRows implements RowMapper<ErpFile> {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final ObjectMapper json;

    public ErpFileRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ErpFile mapRow(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        return new ErpFile(
                row.getLong("id"),
                row.getString("source"),
                row.getString("feed"),
                row.getString("kind"),
                row.getString("creditor"),
                row.getString("name"),
                row.getInt("ordinal"),
                FilePhase.valueOf(row.getString("phase")),
                status == null ? null : FileStatus.valueOf(status),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                Times.instant(row, "received_at"),
                row.getObject("as_of", LocalDate.class),
                row.getString("marker"),
                row.getLong("staged_line"),
                row.getLong("applied_line"),
                counts(row),
                reasons(row.getString("reasons")),
                (Long) row.getObject("duplicate_of"),
                row.getString("held_reason"),
                row.getString("decided_by"),
                row.getString("changes_root"),
                Times.instantOrNull(row, "answered_at"));
    }

    String json(List<Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be written as JSON: " + reasons, e);
        }
    }

    private List<Reason> reasons(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        try {
            return json.readValue(stored, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("erp_file.reasons holds no list of reasons: " + stored, e);
        }
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("rows_read"),
                row.getLong("rows_created"),
                row.getLong("rows_updated"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_settled"),
                row.getLong("rows_rejected"),
                row.getLong("rows_warned"));
    }
}
