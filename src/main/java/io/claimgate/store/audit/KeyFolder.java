package io.claimgate.store.audit;

import io.claimgate.flow.audit.AuditKey;
import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.flow.audit.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code <home>/keys}: {@code audit-<id>.pem} is a private key (0600), {@code audit-<id>.pub.pem} the public one beside it. All gateways on
 * one database share the folder. Without a private key one is made; the newest one signs; of a key that is out of use the public half stays.
 */
public final class KeyFolder {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC_END = ".pub.pem";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private KeyFolder() {}

    /** Reads the keys, or makes the first. */
    public static AuditKeys open(Path folder) {
        try (FileChannel turn = FileChannel.open(
                        folder.resolve(".audit.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = turn.lock()) {
            if (lock.isValid() && files(folder, false).isEmpty()) {
                make(folder);
            }
            List<VerifyingKey> trusted = new ArrayList<>();
            for (Path file : files(folder, true)) {
                trusted.add(publicKey(file));
            }
            List<AuditKey> own = new ArrayList<>();
            for (Path file : files(folder, false)) {
                own.add(privateKey(file));
            }
            return new AuditKeys(own.get(own.size() - 1), own, trusted);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "SEC-022 the keys folder " + folder + " cannot be read; check its rights", e);
        }
    }

    /** The oldest first. */
    private static List<Path> files(Path folder, boolean ofPublicKeys) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches("audit-[0-9a-f]+(\\.pub)?\\.pem"))
                    .filter(file -> name(file).endsWith(PUBLIC_END) == ofPublicKeys)
                    .sorted(Comparator.comparing(KeyFolder::modified).thenComparing(KeyFolder::name))
                    .toList();
        }
    }

    private static void make(Path folder) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
            VerifyingKey verifying = VerifyingKey.of(pair.getPublic());
            PemFile.write(folder.resolve("audit-" + verifying.id() + PUBLIC_END), verifying.pem(), "rw-r--r--");
            PemFile.write(
                    folder.resolve("audit-" + verifying.id() + ".pem"),
                    "-----BEGIN " + PRIVATE + "-----\n"
                            + LINES.encodeToString(pair.getPrivate().getEncoded()) + "\n-----END " + PRIVATE
                            + "-----\n",
                    "rw-------");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has " + VerifyingKey.ALGORITHM, e);
        }
    }

    private static VerifyingKey publicKey(Path file) throws IOException {
        try {
            PublicKey key = KeyFactory.getInstance(VerifyingKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(PemFile.read(file, "PUBLIC KEY")));
            VerifyingKey verifying = VerifyingKey.of(key);
            if (!name(file).equals("audit-" + verifying.id() + PUBLIC_END)) {
                throw unusable(file, "holds the key " + verifying.id(), null);
            }
            return verifying;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(file, "holds no Ed25519 public key", e);
        }
    }

    private static AuditKey privateKey(Path file) throws IOException {
        Path beside = file.resolveSibling(name(file).replace(".pem", PUBLIC_END));
        if (!Files.exists(beside)) {
            throw unusable(file, "has no " + name(beside) + " beside it", null);
        }
        try {
            AuditKey key = new AuditKey(
                    publicKey(beside),
                    KeyFactory.getInstance(VerifyingKey.ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(PemFile.read(file, PRIVATE))));
            byte[] probe = {1};
            if (!key.verifying().verifies(probe, key.sign(probe))) {
                throw unusable(file, "is not the other half of " + name(beside), null);
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(file, "holds no Ed25519 private key", e);
        }
    }

    private static IllegalStateException unusable(
            Path file, String why, @org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalStateException("SEC-022 " + file + " " + why + "; restore the folder from a backup", cause);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }
}
