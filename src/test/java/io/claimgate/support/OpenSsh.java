package io.claimgate.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.springframework.util.FileSystemUtils;

/**
 * A real OpenSSH server on a loopback port with keys of its own, started as the user of the test; as root it is daemon, because OpenSSH as
 * root wants a user of its own, and lets no locked account in.
 */
public final class OpenSsh implements SftpPeer {

    private static final boolean AS_ROOT = "root".equals(System.getProperty("user.name"));
    private static final String INSTEAD_OF_ROOT = "daemon";

    private final DebianPackages.Unpacked programs;
    private final Path folder;
    private final int port;
    private final String user;
    private final Process process;
    private final StringBuilder told = new StringBuilder();
    private final Keys keys;

    /** The algorithm of its key and of the client's. Making RSA keys, and signing with them, is most of what tests with many servers would do. */
    private enum Keys {
        EC(KeyPairProvider.ECDSA_SHA2_NISTP256, 256),
        RSA(KeyPairProvider.SSH_RSA, 2048);

        private final String type;
        private final int bits;

        Keys(String type, int bits) {
            this.type = type;
            this.bits = bits;
        }
    }

    public OpenSsh() {
        this(Keys.EC);
    }

    /** As servers are that were set up long ago. */
    public static OpenSsh withRsaKeys() {
        return new OpenSsh(Keys.RSA);
    }

    private OpenSsh(Keys keys) {
        this.keys = keys;
        try {
            programs = DebianPackages.unpacked("openssh-server", "libwrap0");
            folder = Files.createTempDirectory("openssh");
            user = AS_ROOT ? INSTEAD_OF_ROOT : System.getProperty("user.name");
            port = freePort();
            layOut();
            Files.writeString(folder.resolve("sshd_config"), config());
            process = start();
            waitUntilItListens();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void layOut() throws IOException, GeneralSecurityException {
        open(folder, "rwxr-xr-x");
        for (String name : new String[] {"root", "root/dossiers", "root/receipts"}) {
            open(Files.createDirectory(folder.resolve(name)), "rwxrwxrwx");
        }
        KeyPair host = pair("host_key");
        KeyPair client = pair("client_key");
        Files.writeString(folder.resolve("authorized_keys"), PublicKeyEntry.toString(client.getPublic()) + "\n");
        Files.writeString(knownHosts(), "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(host.getPublic()) + "\n");
    }

    private KeyPair pair(String name) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyUtils.generateKeyPair(keys.type, keys.bits);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, name, null, out);
        }
        // As root the server is another user, and must read its key all the same.
        open(folder.resolve(name), AS_ROOT ? "rw-r--r--" : "rw-------");
        return pair;
    }

    private String config() {
        List<String> lines = new ArrayList<>(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + folder.resolve("host_key"),
                "PidFile none",
                "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "UsePAM no",
                "StrictModes no",
                "MaxStartups 100",
                "Subsystem sftp internal-sftp",
                "ForceCommand internal-sftp -d " + root()));
        // Newer servers are of several programs.
        Path session = programs.root().resolve("usr/lib/openssh/sshd-session");
        if (Files.exists(session)) {
            lines.add("SshdSessionPath " + session);
        }
        Path auth = programs.root().resolve("usr/lib/openssh/sshd-auth");
        if (Files.exists(auth)) {
            lines.add("SshdAuthPath " + auth);
        }
        return String.join("\n", lines) + "\n";
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        if (AS_ROOT) {
            command.addAll(List.of("/usr/bin/setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        }
        command.addAll(List.of(
                programs.root().resolve("usr/sbin/sshd").toString(),
                "-D",
                "-e",
                "-f",
                folder.resolve("sshd_config").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", programs.libraries());
        return builder.start();
    }

    private void waitUntilItListens() throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            told.append(line).append('\n');
            if (line.startsWith("Server listening")) {
                drain();
                return;
            }
        }
        throw new IOException("OpenSSH did not start: " + told);
    }

    /** So that it is never held up by what it has to say. */
    private void drain() {
        Thread draining = new Thread(
                () -> {
                    try {
                        process.getInputStream().transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        return; // it was ended
                    }
                },
                "openssh-output");
        draining.setDaemon(true);
        draining.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Override
    public Path root() {
        return folder.resolve("root");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public Path key() {
        return folder.resolve("client_key");
    }

    @Override
    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder.toFile());
        FileSystemUtils.deleteRecursively(programs.root().toFile());
    }
}
