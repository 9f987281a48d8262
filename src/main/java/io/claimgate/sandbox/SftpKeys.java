package io.claimgate.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** The keys of the sandbox's SFTP server and of the gateway there: made once, readable for their owner only. */
final class SftpKeys {

    private final Path folder;

    SftpKeys(Path folder) {
        this.folder = folder;
    }

    KeyPair host() throws IOException, GeneralSecurityException {
        return pair("host_key");
    }

    KeyPair gateway() throws IOException, GeneralSecurityException {
        return pair("gateway_key");
    }

    /** Pins the host key for the gateway; anew at every start, because the port may be another. */
    void pin(String host, int port) throws IOException, GeneralSecurityException {
        String line = "[" + host + "]:" + port + " " + PublicKeyEntry.toString(host().getPublic()) + "\n";
        Path part = folder.resolve(".known_hosts.part");
        Files.writeString(part, line);
        Files.move(
                part,
                folder.resolve("known_hosts"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private KeyPair pair(String name) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            write(KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256), file);
        }
        return new FileKeyPairProvider(file).loadKeys(null).iterator().next();
    }

    private static void write(KeyPair pair, Path file) throws IOException, GeneralSecurityException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(part)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "claimgate-sandbox", null, out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
