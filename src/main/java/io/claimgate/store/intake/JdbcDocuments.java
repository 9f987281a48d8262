package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;

import io.claimgate.dossier.Document;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.feed.DocumentLabel;
import io.claimgate.flow.intake.DocumentStore;
import io.claimgate.flow.intake.Evidence;
import io.claimgate.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The table document, and what its rows belong to. */
public final class JdbcDocuments implements DocumentStore {

    private static final String INVOICE = "select creditor, id from receivable where creditor in (:creditors)"
            + " and invoice_number = :value order by creditor, instalment";
    private static final String BUYER = "select creditor, buyer_id from buyer_identifier where creditor in (:creditors)"
            + " and scheme = :scheme and id_value = :value order by creditor";
    private static final String CLAIM =
            "select creditor, claim_key from claim where creditor in (:creditors) and claim_key = :value";

    private static final String FIND =
            "select * from document where creditor = :creditor and kind = :kind and sha256 = :sha and tie = :tie";

    private static final String INSERT = """
            insert into document (creditor, kind, name, sha256, size_bytes, media_type, language, tie, receivable_id, buyer_id, claim_key, origin,
              file_id, received_at)
            values (:creditor, :kind, :name, :sha, :size, :type, :language, :tie, :receivable, :buyer, :claim, :origin, :file, :at)""";

    private final NamedParameterJdbcTemplate sql;

    public JdbcDocuments(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public List<Meant> meant(DocumentLabel label, Collection<String> creditors, String scheme) {
        Map<String, Object> asked = Map.of("creditors", creditors, "scheme", scheme, "value", label.value());
        return switch (label.reference()) {
            case INVOICE ->
                sql.query(
                        INVOICE,
                        asked,
                        (row, number) -> new Meant(row.getString(1), new Document.ToReceivable(row.getLong(2))));
            case BUYER ->
                sql.query(
                        BUYER,
                        asked,
                        (row, number) -> new Meant(row.getString(1), new Document.ToBuyer(row.getLong(2))));
            case CLAIM ->
                sql.query(
                        CLAIM,
                        asked,
                        (row, number) -> new Meant(row.getString(1), new Document.ToClaim(row.getString(2))));
        };
    }

    /** The same at once from two sides: the unique key lets one of them try again. */
    @Override
    public Filed file(Evidence evidence, Meant meant, Instant receivedAt) {
        MapSqlParameterSource values = values(evidence, meant, receivedAt);
        Optional<Document> before = find(values);
        if (before.isPresent()) {
            return new Filed(before.get(), false);
        }
        sql.update(INSERT, values);
        return new Filed(find(values).orElseThrow(), true);
    }

    private Optional<Document> find(MapSqlParameterSource values) {
        return sql.query(FIND, values, (row, number) -> document(row)).stream().findFirst();
    }

    private static MapSqlParameterSource values(Evidence evidence, Meant meant, Instant receivedAt) {
        Document.Tie tie = meant.tie();
        return new MapSqlParameterSource()
                .addValue("creditor", meant.creditor())
                .addValue("kind", evidence.kind().name())
                .addValue("name", evidence.name())
                .addValue("sha", evidence.sha256())
                .addValue("size", evidence.size())
                .addValue("type", evidence.mediaType())
                .addValue("language", evidence.language())
                .addValue("tie", tie.text())
                .addValue("receivable", tie instanceof Document.ToReceivable to ? to.receivableId() : null)
                .addValue("buyer", tie instanceof Document.ToBuyer to ? to.buyerId() : null)
                .addValue("claim", tie instanceof Document.ToClaim to ? to.claimKey() : null)
                .addValue("origin", evidence.origin())
                .addValue("file", evidence.fileId())
                .addValue("at", utc(receivedAt));
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getLong("id"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getString("media_type"),
                row.getString("language"),
                tie(row),
                row.getString("origin"),
                Times.instant(row, "received_at"));
    }

    private static Document.Tie tie(ResultSet row) throws SQLException {
        String claim = row.getString("claim_key");
        if (claim != null) {
            return new Document.ToClaim(claim);
        }
        Long receivable = row.getObject("receivable_id", Long.class);
        return receivable != null
                ? new Document.ToReceivable(receivable)
                : new Document.ToBuyer(row.getLong("buyer_id"));
    }
}
