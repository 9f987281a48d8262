package io.claimgate.store.transfer;

import static io.claimgate.store.Times.instant;
import static io.claimgate.store.Times.instantOrNull;

import io.claimgate.dossier.Document;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.dossier.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of document as the domain knows them. */
final class DocumentRows {

    private DocumentRows() {}

    static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                document(row),
                row.getString("invoice_number"),
                row.getLong("on_the_way") > 0,
                instantOrNull(row, "at_insurer"));
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
                instant(row, "received_at"));
    }

    private static Document.Tie tie(ResultSet row) throws SQLException {
        Long receivable = row.getObject("receivable_id", Long.class);
        if (receivable != null) {
            return new Document.ToReceivable(receivable);
        }
        Long buyer = row.getObject("buyer_id", Long.class);
        return buyer != null ? new Document.ToBuyer(buyer) : new Document.ToClaim(row.getString("claim_key"));
    }
}
