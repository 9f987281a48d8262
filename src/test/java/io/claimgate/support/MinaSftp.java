package io.claimgate.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.claimgate.sandbox.SftpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The sandbox's SFTP server without the insurer behind it: renaming never overwrites, and there are no links. */
public final class MinaSftp implements SftpPeer {

    static {
        // It tells of every connection that is cut, and cutting them is what these tests do.
        ((Logger) LoggerFactory.getLogger("org.apache.sshd")).setLevel(Level.OFF);
    }

    private final Path folder;
    private final AtomicInteger port = new AtomicInteger();
    private final SftpServer server;

    public MinaSftp() {
        try {
            folder = Files.createTempDirectory("mina-sftp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new SftpServer(folder, 0, new SftpEventListener() {}, port::set);
        server.start();
    }

    @Override
    public Path root() {
        return folder.resolve("root");
    }

    @Override
    public int port() {
        return port.get();
    }

    @Override
    public String user() {
        return SftpServer.USER;
    }

    @Override
    public Path key() {
        return folder.resolve("gateway_key");
    }

    @Override
    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    @Override
    public void close() {
        server.stop();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
