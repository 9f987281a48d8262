package io.claimgate.support;

import java.nio.file.Path;

/** An SFTP server with the folders {@code dossiers} and {@code receipts}, for one user with one key. */
public interface SftpPeer extends AutoCloseable {

    /** Its login folder, seen from outside. */
    Path root();

    int port();

    String user();

    /** Private key of the user. */
    Path key();

    Path knownHosts();

    @Override
    void close();
}
