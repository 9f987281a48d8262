package io.claimgate.store.intake;

import io.claimgate.feed.Party;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A buyer as a staged line tells him. */
record StagedParty(long line, String creditor, Party party) {

    static final String COLUMNS =
            "s.line, s.creditor, s.buyer_ref, s.buyer_name, s.buyer_country, s.registration, s.registration_scheme, s.vat, s.street,"
                    + " s.post_code, s.city, s.email, s.language";

    static StagedParty of(ResultSet row) throws SQLException {
        return new StagedParty(
                row.getLong("line"),
                row.getString("creditor"),
                new Party(
                        row.getString("buyer_ref"),
                        row.getString("buyer_name"),
                        row.getString("buyer_country"),
                        row.getString("registration"),
                        row.getString("registration_scheme"),
                        row.getString("vat"),
                        row.getString("street"),
                        row.getString("post_code"),
                        row.getString("city"),
                        row.getString("email"),
                        row.getString("language")));
    }
}
