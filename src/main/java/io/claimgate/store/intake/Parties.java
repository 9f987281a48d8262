package io.claimgate.store.intake;

import static io.claimgate.store.Times.utc;

import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Party;
import io.claimgate.feed.RowFault;
import io.claimgate.flow.BusinessClock;
import io.claimgate.problem.ProblemCode;
import io.claimgate.store.intake.Identifiers.Key;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Brings buyers in: one registration is one buyer, whatever customer numbers the ERPs give it. Merging known buyers is a person's act. */
final class Parties {

    /** What bringing a line's buyer in did. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** By line: the buyer, and what happened to it; warnings beside. */
    record Brought(Map<Long, Long> buyerIds, Map<Long, Outcome> outcomes, List<RowFault> warnings) {}

    private record Told(StagedParty row, KnownBuyer buyer, Outcome outcome) {}

    private final NamedParameterJdbcTemplate sql;
    private final BusinessClock clock;

    Parties(NamedParameterJdbcTemplate sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Some hundred at a time, in the order of their lines: the last one's name wins. */
    Brought bring(List<StagedParty> rows, ErpSource source) {
        Identifiers identifiers = loaded(rows, source);
        List<Told> told = new ArrayList<>();
        List<RowFault> warnings = new ArrayList<>();
        Set<KnownBuyer> buyers = new java.util.LinkedHashSet<>();
        for (StagedParty row : rows) {
            Told one = tell(row, source, identifiers, warnings);
            told.add(one);
            buyers.add(one.buyer());
        }
        insert(buyers.stream().filter(buyer -> buyer.fresh).toList());
        update(buyers.stream().filter(buyer -> !buyer.fresh && buyer.changed).toList());
        identifiers.write();
        Map<Long, Long> ids = new HashMap<>();
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (Told one : told) {
            ids.put(one.row().line(), one.buyer().id);
            outcomes.put(one.row().line(), one.outcome());
        }
        return new Brought(ids, outcomes, warnings);
    }

    private Told tell(StagedParty row, ErpSource source, Identifiers identifiers, List<RowFault> warnings) {
        Key ref = ref(row, source);
        Key registration = registration(row);
        Key vat = vat(row);
        KnownBuyer byRef = identifiers.owner(ref);
        KnownBuyer byRegistration = identifiers.owner(registration);
        KnownBuyer buyer = byRef != null ? byRef : byRegistration != null ? byRegistration : identifiers.owner(vat);
        Outcome outcome;
        if (buyer == null) {
            buyer = new KnownBuyer(row.creditor(), 0, row.party(), true);
            outcome = Outcome.CREATED;
        } else {
            outcome = buyer.learn(row.party()) ? Outcome.UPDATED : Outcome.UNCHANGED;
        }
        if (byRef == null) {
            outcome = Outcome.CREATED;
        }
        identifiers.claim(ref, buyer);
        warnIfForeign(row, "buyerRegistration", registration, buyer, identifiers, warnings);
        warnIfForeign(row, "buyerVat", vat, buyer, identifiers, warnings);
        return new Told(row, buyer, outcome);
    }

    private static void warnIfForeign(
            StagedParty row,
            String field,
            @Nullable Key key,
            KnownBuyer buyer,
            Identifiers identifiers,
            List<RowFault> warnings) {
        if (key != null && !identifiers.claim(key, buyer)) {
            warnings.add(new RowFault(
                    row.line(),
                    field,
                    ProblemCode.ERP_206,
                    "belongs to another buyer than customer number "
                            + row.party().ref() + "; merge them, or correct the master data",
                    key.value(),
                    true));
        }
    }

    private Identifiers loaded(List<StagedParty> rows, ErpSource source) {
        Set<Key> keys = new HashSet<>();
        for (StagedParty row : rows) {
            keys.add(ref(row, source));
            addIfGiven(registration(row), keys);
            addIfGiven(vat(row), keys);
        }
        Identifiers identifiers = new Identifiers(sql);
        Map<Key, Long> found = identifiers.load(keys);
        Map<Long, KnownBuyer> buyers = load(new HashSet<>(found.values()));
        found.forEach((key, id) -> {
            KnownBuyer buyer = buyers.get(id);
            if (buyer != null) {
                identifiers.known(key, buyer);
            }
        });
        return identifiers;
    }

    private Map<Long, KnownBuyer> load(Set<Long> ids) {
        Map<Long, KnownBuyer> buyers = new HashMap<>();
        if (ids.isEmpty()) {
            return buyers;
        }
        sql.query("select * from buyer where id in (:ids)", Map.of("ids", ids), row -> {
            Party party = new Party(
                    row.getString("customer_no"),
                    row.getString("name"),
                    row.getString("country"),
                    null,
                    null,
                    null,
                    row.getString("street"),
                    row.getString("post_code"),
                    row.getString("city"),
                    row.getString("email"),
                    row.getString("language"));
            buyers.put(row.getLong("id"), new KnownBuyer(row.getString("creditor"), row.getLong("id"), party, false));
        });
        return buyers;
    }

    private void insert(List<KnownBuyer> buyers) {
        if (buyers.isEmpty()) {
            return;
        }
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        sql.getJdbcOperations()
                .batchUpdate(
                        connection -> connection.prepareStatement(
                                "insert into buyer (creditor, customer_no, name, country, street, post_code, city, email, language, updated_at)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                new String[] {"id"}),
                        new BatchPreparedStatementSetter() {
                            @Override
                            public void setValues(PreparedStatement statement, int i) throws SQLException {
                                KnownBuyer buyer = buyers.get(i);
                                statement.setString(1, buyer.creditor);
                                statement.setString(2, buyer.party.ref());
                                setParty(statement, 3, buyer.party);
                                statement.setObject(10, utc(clock.now()));
                            }

                            @Override
                            public int getBatchSize() {
                                return buyers.size();
                            }
                        },
                        keys);
        List<Map<String, Object>> ids = keys.getKeyList();
        for (int i = 0; i < buyers.size(); i++) {
            buyers.get(i).id = ((Number) ids.get(i).values().iterator().next()).longValue();
        }
    }

    private void update(List<KnownBuyer> buyers) {
        if (buyers.isEmpty()) {
            return;
        }
        sql.getJdbcOperations()
                .batchUpdate(
                        "update buyer set name = ?, country = ?, street = ?, post_code = ?, city = ?, email = ?, language = ?, updated_at = ? where id = ?",
                        buyers,
                        buyers.size(),
                        (statement, buyer) -> {
                            setParty(statement, 1, buyer.party);
                            statement.setObject(8, utc(clock.now()));
                            statement.setLong(9, buyer.id);
                        });
    }

    private static void setParty(PreparedStatement statement, int from, Party party) throws SQLException {
        statement.setString(from, party.name());
        statement.setString(from + 1, party.country());
        statement.setString(from + 2, party.street());
        statement.setString(from + 3, party.postCode());
        statement.setString(from + 4, party.city());
        statement.setString(from + 5, party.email());
        statement.setString(from + 6, party.language());
    }

    private static void addIfGiven(@Nullable Key key, Set<Key> keys) {
        if (key != null) {
            keys.add(key);
        }
    }

    private static Key ref(StagedParty row, ErpSource source) {
        return new Key(row.creditor(), source.identifierScheme(), row.party().ref());
    }

    private static @Nullable Key registration(StagedParty row) {
        Party party = row.party();
        return party.registration() == null || party.registrationScheme() == null
                ? null
                : new Key(row.creditor(), party.registrationScheme(), party.registration());
    }

    private static @Nullable Key vat(StagedParty row) {
        return row.party().vat() == null
                ? null
                : new Key(row.creditor(), Identifiers.VAT, row.party().vat());
    }
}
