package io.claimgate.store.restore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether every hash that the database names is in the vault, with its bytes. Works on a stopped home, a backup, or beside a working gateway. */
public final class VaultCheck {

    private static final String NAMED = """
            select sha256, min(named) as named from (
              select sha256, concat('vault_object of ', creditor) as named from vault_object
              union all select sha256, concat('file ', name, ' of ', source) from erp_file where sha256 is not null
              union all select payload_sha256, concat('submission of claim ', claim_key) from submission
              union all select sha256, concat('message ', cast(id as varchar)) from message where sha256 is not null
              union all select sha256, concat('document ', name) from document
              union all select sha256, concat('out/ file ', name, ' of ', source) from out_batch
              union all select manual_evidence, concat('proof of claim ', claim_key) from claim where manual_evidence is not null) all_named
            group by sha256 order by sha256""";

    private final JdbcClient sql;
    private final Path vault;

    public VaultCheck(JdbcClient sql, Path vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /**
     * What was looked at.
     *
     * @param lacking how many are not there, or not with their bytes
     */
    public record Outcome(long hashes, long lacking) {}

    /** @param lacks told one by one, in a sentence each */
    public Outcome run(Consumer<String> lacks) {
        AtomicLong hashes = new AtomicLong();
        AtomicLong lacking = new AtomicLong();
        sql.sql(NAMED).query(row -> {
            hashes.incrementAndGet();
            String fault = fault(row.getString("sha256"));
            if (!fault.isEmpty()) {
                lacking.incrementAndGet();
                lacks.accept("OPS-032 " + row.getString("sha256") + " (" + row.getString("named") + ") " + fault
                        + "; bring it back from a backup");
            }
        });
        return new Outcome(hashes.get(), lacking.get());
    }

    private String fault(String sha256) {
        Path file = vault.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(sha256) ? "" : "has other bytes in the vault";
        } catch (NoSuchFileException e) {
            return "is not in the vault";
        } catch (IOException e) {
            return "cannot be read in the vault: " + e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
