package io.claimgate.store.intake;

import io.claimgate.feed.RowFault;
import io.claimgate.flow.intake.PolicyLookup;
import io.claimgate.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The numbers under which insurers know buyers. Which insurer is meant, the policy of the day says. */
final class InsurerIds {

    private final NamedParameterJdbcTemplate sql;
    private final PolicyLookup policies;

    InsurerIds(NamedParameterJdbcTemplate sql, PolicyLookup policies) {
        this.sql = sql;
        this.policies = policies;
    }

    /** Brings them in; warnings about those that cannot be tied to an insurer, or belong to another buyer. */
    List<RowFault> bring(List<StagedBuyer> rows, Map<Long, Long> buyerIds, LocalDate day) {
        List<RowFault> warnings = new ArrayList<>();
        Identifiers identifiers = new Identifiers(sql);
        List<Told> told = new ArrayList<>();
        for (StagedBuyer row : rows) {
            String id = row.insurerBuyerId();
            Long buyer = buyerIds.get(row.line());
            if (id == null || buyer == null) {
                continue;
            }
            String creditor = row.party().creditor();
            Optional<PolicyLookup.Found> policy =
                    policies.find(creditor, row.party().party().country(), null, day);
            if (policy.isPresent()) {
                told.add(new Told(
                        row.line(),
                        new Identifiers.Key(creditor, "insurer:" + policy.get().insurer(), id),
                        buyer));
            } else {
                warnings.add(new RowFault(
                        row.line(),
                        "insurerBuyerId",
                        ProblemCode.ERP_205,
                        "no policy says which insurer is meant; it is not kept",
                        id,
                        true));
            }
        }
        write(told, identifiers, warnings);
        return warnings;
    }

    private record Told(long line, Identifiers.Key key, long buyer) {}

    private void write(List<Told> told, Identifiers identifiers, List<RowFault> warnings) {
        Set<Identifiers.Key> keys = new HashSet<>();
        told.forEach(one -> keys.add(one.key()));
        Map<Identifiers.Key, Long> owners = identifiers.load(keys);
        List<Object[]> inserts = new ArrayList<>();
        for (Told one : told) {
            Long owner = owners.putIfAbsent(one.key(), one.buyer());
            if (owner == null) {
                inserts.add(new Object[] {
                    one.key().creditor(), one.key().scheme(), one.key().value(), one.buyer()
                });
            } else if (owner != one.buyer()) {
                warnings.add(new RowFault(
                        one.line(),
                        "insurerBuyerId",
                        ProblemCode.ERP_206,
                        "the insurer's number belongs to another buyer; merge them, or correct the master data",
                        one.key().value(),
                        true));
            }
        }
        if (!inserts.isEmpty()) {
            sql.getJdbcOperations()
                    .batchUpdate(
                            "insert into buyer_identifier (creditor, scheme, id_value, buyer_id) values (?, ?, ?, ?)",
                            inserts);
        }
    }
}
