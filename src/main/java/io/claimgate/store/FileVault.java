package io.claimgate.store;

import static io.claimgate.store.Times.utc;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The vault on a file system: {@code vault/ab/cd/<sha256>}, written beside and renamed, file and folder fsynced before the row is made. */
public final class FileVault implements Vault {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final JdbcClient sql;
    private final BusinessClock clock;

    public FileVault(Path root, JdbcClient sql, BusinessClock clock) {
        this.root = root;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Stored put(String creditor, String kind, byte[] bytes) {
        try {
            return put(creditor, kind, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new PartnerFailure.Transient(
                    "the vault cannot store " + bytes.length + " bytes, see to its disk: " + e, e);
        }
    }

    @Override
    public Stored put(String creditor, String kind, InputStream bytes) throws IOException {
        Path incoming = Files.createDirectories(root.resolve("incoming"));
        Path temporary = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            Stored stored = write(bytes, temporary);
            keep(temporary, path(stored.sha256()));
            record(creditor, kind, stored);
            return stored;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Stored write(InputStream bytes, Path target) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            long size = new DigestInputStream(bytes, digest).transferTo(out);
            channel.force(true);
            return new Stored(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    private static void keep(Path temporary, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("no folder for " + target);
        }
        Files.createDirectories(folder);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            return; // the same bytes came twice at once
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void record(String creditor, String kind, Stored stored) {
        try {
            sql.sql("""
                            insert into vault_object (sha256, creditor, class, size_bytes, stored_at)
                            select :sha, :creditor, :kind, :size, :now
                            where not exists (select 1 from vault_object where sha256 = :sha and creditor = :creditor)""")
                    .param("sha", stored.sha256())
                    .param("creditor", creditor)
                    .param("kind", kind)
                    .param("size", stored.size())
                    .param("now", utc(clock.now()))
                    .update();
        } catch (DuplicateKeyException e) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                return; // the same bytes came twice at once: the row that is wanted is there
            }
            throw new IllegalStateException(
                    "the same bytes were recorded by another transaction at once; the task is run again", e);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    @Override
    public Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower case hex: " + sha256);
        }
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    @Override
    public byte[] read(String sha256) {
        try {
            return Files.readAllBytes(path(sha256));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("the vault has lost " + sha256 + "; restore it from the backup", e);
        } catch (IOException e) {
            throw new PartnerFailure.Transient("the vault cannot read " + sha256 + ", see to its disk: " + e, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
