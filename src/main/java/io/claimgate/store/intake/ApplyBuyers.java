package io.claimgate.store.intake;

import io.claimgate.feed.Counts;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.intake.Books;
import io.claimgate.flow.intake.ErpFile;
import io.claimgate.flow.intake.Faults;
import io.claimgate.flow.intake.PolicyLookup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Buyers with their names at insurers and the limits that the ERP knows of; in order of their lines, some hundred at a time. */
public final class ApplyBuyers implements Books {

    private static final String STAGING = "staging_buyer";
    private static final int CHUNK = 500;
    private static final String IN_RANGE =
            " from staging_buyer s where s.file_id = :file and s.line > :from and s.line <= :to";

    private final NamedParameterJdbcTemplate sql;
    private final JdbcClient client;
    private final Parties parties;
    private final BuyerLimits limits;
    private final InsurerIds insurerIds;
    private final Faults faults;
    private final Repeats repeated;

    public ApplyBuyers(NamedParameterJdbcTemplate sql, Faults faults, PolicyLookup policies, BusinessClock clock) {
        this.sql = sql;
        this.client = JdbcClient.create(sql);
        this.parties = new Parties(sql, clock);
        this.limits = new BuyerLimits(sql, clock);
        this.insurerIds = new InsurerIds(sql, policies);
        this.faults = faults;
        this.repeated = new Repeats(sql, faults);
    }

    @Override
    public FeedKind kind() {
        return FeedKind.BUYERS;
    }

    /** One buyer may have several limits, one after the other. */
    @Override
    public Counts check(ErpFile file, ErpSource source, boolean repeats) {
        return repeats
                ? repeated.remove(
                        STAGING,
                        List.of("creditor", "buyer_ref", "limit_type", "limit_from"),
                        "buyerId",
                        "buyer_ref",
                        file.id())
                : Counts.NONE;
    }

    /** A customer number belongs to its source: two sources never collide. */
    @Override
    public Optional<String> foreignKeys(ErpFile file) {
        return Optional.empty();
    }

    /** Everything is done line by line. */
    @Override
    public void prepare(ErpFile file, ErpSource source) {}

    @Override
    public Applied apply(ErpFile file, ErpSource source, long from, long to) {
        java.security.MessageDigest digest = Hashes.sha256();
        Counts counts = Counts.NONE;
        long line = from;
        while (true) {
            List<StagedBuyer> chunk = sql.query(
                    "select " + StagedBuyer.COLUMNS + IN_RANGE + " order by s.line fetch first " + CHUNK + " rows only",
                    Map.of("file", file.id(), "from", line, "to", to),
                    (row, number) -> StagedBuyer.of(row));
            if (chunk.isEmpty()) {
                boolean changed = counts.created() + counts.updated() > 0;
                return new Applied(counts, changed ? HexFormat.of().formatHex(digest.digest()) : "");
            }
            counts = counts.plus(applyChunk(file, source, chunk, digest));
            line = chunk.get(chunk.size() - 1).line();
        }
    }

    private Counts applyChunk(
            ErpFile file, ErpSource source, List<StagedBuyer> chunk, java.security.MessageDigest digest) {
        Parties.Brought brought =
                parties.bring(chunk.stream().map(StagedBuyer::party).toList(), source);
        faults.addMore(file.id(), brought.warnings());
        Set<Long> limitChanged = limits.bring(chunk, brought.buyerIds(), source);
        faults.addMore(file.id(), insurerIds.bring(chunk, brought.buyerIds(), file.businessDate()));
        long created = 0;
        long updated = 0;
        Set<Long> dirty = new HashSet<>();
        for (StagedBuyer row : chunk) {
            Parties.Outcome outcome = brought.outcomes().getOrDefault(row.line(), Parties.Outcome.UNCHANGED);
            boolean changed = outcome != Parties.Outcome.UNCHANGED || limitChanged.contains(row.line());
            if (outcome == Parties.Outcome.CREATED) {
                created++;
            } else if (changed) {
                updated++;
            }
            if (changed) {
                dirty.add(brought.buyerIds().getOrDefault(row.line(), 0L));
                digest.update(
                        (row.line() + " " + row.hash() + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        markExposures(file, new ArrayList<>(dirty));
        return Counts.ofApplied(created, updated, chunk.size() - created - updated, 0);
    }

    private void markExposures(ErpFile file, List<Long> buyers) {
        if (!buyers.isEmpty()) {
            JdbcDirtyExposures.mark(
                    client,
                    file.id(),
                    "select e.id, e.creditor from exposure e where e.buyer_id in (:buyers)",
                    Map.of("buyers", buyers));
        }
    }
}
