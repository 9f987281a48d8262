package io.claimgate.store.intake;

import io.claimgate.feed.ErpSource;
import io.claimgate.feed.RowFault;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.store.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The buyers and exposures that the invoices of a file hang on. Looks at each customer number once, by its last line. */
final class InvoiceParties {

    private static final int CHUNK = 500;
    private static final int MANY = 100;
    private static final String REF = " on i.creditor = p.creditor and i.scheme = :scheme and i.id_value = p.buyer_ref";
    /** The line of each is reached from its party, never looked for among all: a planner that knows no sizes yet would go row by row. */
    private static final String LINE = " join staging_invoice s on s.file_id = p.file_id and s.line = p.line";

    private static final String UNKNOWN_REFS = "select " + StagedParty.COLUMNS
            + " from staging_party p" + LINE + " left join buyer_identifier i" + REF
            + " where p.file_id = :file and i.buyer_id is null and not exists (select 1 from staging_party q"
            + " where q.file_id = p.file_id and q.creditor = p.creditor and q.buyer_ref = p.buyer_ref and q.line > p.line)"
            + " order by s.line";
    private static final String NEWS_OF_KNOWN = "select " + StagedParty.COLUMNS
            + " from staging_party p" + LINE + " join buyer_identifier i" + REF + " join buyer b on b.id = i.buyer_id"
            + " where p.file_id = :file and not exists (select 1 from staging_party q join buyer_identifier j"
            + " on j.creditor = q.creditor and j.scheme = :scheme and j.id_value = q.buyer_ref"
            + " where q.file_id = p.file_id and j.buyer_id = i.buyer_id and q.line > p.line)"
            + " and (b.name <> s.buyer_name or b.country <> s.buyer_country"
            + differs("street") + differs("post_code") + differs("city") + differs("email") + differs("language")
            + unknown("s.registration_scheme", "s.registration") + unknown("'VAT'", "s.vat") + ") order by s.line";

    private final NamedParameterJdbcTemplate sql;
    private final Dialect dialect;
    private final Parties parties;
    private final Faults faults;
    private final PolicyLookup policies;

    InvoiceParties(
            NamedParameterJdbcTemplate sql,
            Dialect dialect,
            BusinessClock clock,
            Faults faults,
            PolicyLookup policies) {
        this.sql = sql;
        this.dialect = dialect;
        this.parties = new Parties(sql, clock);
        this.faults = faults;
        this.policies = policies;
    }

    void bring(ErpFile file, ErpSource source) {
        Map<String, Object> scope = Map.of("file", file.id(), "scheme", source.identifierScheme());
        sql.update("delete from staging_party where file_id = :file", scope);
        sql.update(
                "insert into staging_party (file_id, creditor, buyer_ref, contract, policy, line) select file_id, creditor, buyer_ref,"
                        + " coalesce(contract, ''), max(policy), max(line) from staging_invoice where file_id = :file"
                        + " group by file_id, creditor, buyer_ref, coalesce(contract, '')",
                scope);
        lookAgain("staging_party");
        int fresh = bring(UNKNOWN_REFS, file, source, scope);
        if (fresh > MANY) {
            lookAgain("buyer, buyer_identifier");
        }
        bring(NEWS_OF_KNOWN, file, source, scope);
        if (addExposures(file, scope) > MANY) {
            lookAgain("exposure");
        }
    }

    /** PostgreSQL believes a table that was just filled as small as before, and joins row by row. */
    private void lookAgain(String tables) {
        if (dialect == Dialect.POSTGRESQL) {
            sql.getJdbcOperations().execute("analyze " + tables);
        }
    }

    private int bring(String query, ErpFile file, ErpSource source, Map<String, Object> scope) {
        int[] rows = new int[1];
        List<StagedParty> chunk = new ArrayList<>();
        List<RowFault> warnings = new ArrayList<>();
        sql.query(query, scope, row -> {
            chunk.add(StagedParty.of(row));
            rows[0]++;
            if (chunk.size() == CHUNK) {
                warnings.addAll(parties.bring(chunk, source).warnings());
                chunk.clear();
            }
        });
        if (!chunk.isEmpty()) {
            warnings.addAll(parties.bring(chunk, source).warnings());
        }
        faults.addMore(file.id(), warnings);
        return rows[0];
    }

    private int addExposures(ErpFile file, Map<String, Object> scope) {
        record Named(String creditor, String policy) {}
        List<Named> named = sql.query(
                "select distinct creditor, policy from staging_party where file_id = :file and contract <> '' order by creditor, policy",
                scope,
                (row, number) -> new Named(row.getString(1), row.getString(2)));
        int added = 0;
        for (Named one : named) {
            PolicyLookup.Found policy = policies.named(one.policy(), one.creditor())
                    .orElseThrow(() -> new IllegalStateException("OPS-006 policy " + one.policy()
                            + " is gone while file " + file.id() + " is at work; bring it back"));
            added += sql.update(
                    "insert into exposure (contract, creditor, buyer_id, policy, currency) select distinct p.contract, p.creditor, i.buyer_id,"
                            + " p.policy, cast(:currency as char(3)) from staging_party p join buyer_identifier i" + REF
                            + " where p.file_id = :file and p.contract = :contract and p.creditor = :creditor and p.policy = :policy and not exists"
                            + " (select 1 from exposure e where e.contract = p.contract and e.creditor = p.creditor and e.buyer_id = i.buyer_id)",
                    Map.of(
                            "file", file.id(),
                            "scheme", scope.get("scheme"),
                            "contract", policy.contract(),
                            "creditor", one.creditor(),
                            "policy", one.policy(),
                            "currency", policy.currency()));
        }
        return added;
    }

    private static String differs(String column) {
        return " or (s." + column + " is not null and b." + column + " is distinct from s." + column + ")";
    }

    private static String unknown(String scheme, String value) {
        return " or (" + value
                + " is not null and not exists (select 1 from buyer_identifier o where o.creditor = s.creditor and o.scheme = "
                + scheme + " and o.id_value = " + value + " and o.buyer_id = i.buyer_id))";
    }
}
