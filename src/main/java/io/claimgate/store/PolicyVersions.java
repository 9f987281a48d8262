package io.claimgate.store;

import static io.claimgate.store.Times.utc;

import io.claimgate.flow.BusinessClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every content that a policy ever had in this database, numbered from 1. */
public final class PolicyVersions {

    private final JdbcClient sql;
    private final BusinessClock clock;

    public PolicyVersions(JdbcClient sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The version of this content: the newest one if it is the same, else a new one. */
    public int record(String policy, String hash, String content) {
        record Newest(int version, String hash) {}
        Optional<Newest> newest = sql.sql(
                        "select version, hash from policy_version where policy = ? order by version desc fetch first 1 rows only")
                .param(policy)
                .query((row, number) -> new Newest(row.getInt(1), row.getString(2)))
                .optional();
        if (newest.isPresent() && newest.get().hash().equals(hash)) {
            return newest.get().version();
        }
        int version = newest.map(Newest::version).orElse(0) + 1;
        try {
            sql.sql("insert into policy_version (policy, version, hash, content, recorded_at) values (?, ?, ?, ?, ?)")
                    .params(policy, version, hash, content, utc(clock.now()))
                    .update();
            return version;
        } catch (DuplicateKeyException another) {
            // Another gateway starts at the same moment: its version may be the same.
            return record(policy, hash, content);
        }
    }

    /** The content of one version; empty if there never was one. */
    public Optional<String> content(String policy, int version) {
        return sql.sql("select content from policy_version where policy = ? and version = ?")
                .params(policy, version)
                .query(String.class)
                .optional();
    }

    /** The newest version of every policy. */
    public Map<String, Integer> newest() {
        Map<String, Integer> versions = new HashMap<>();
        sql.sql("select policy, max(version) as version from policy_version group by policy")
                .query((row, number) -> versions.put(row.getString(1), row.getInt(2)))
                .list();
        return versions;
    }
}
