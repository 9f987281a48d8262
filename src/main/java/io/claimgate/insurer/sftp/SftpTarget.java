package io.claimgate.insurer.sftp;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A server and how we prove ourselves to it.
 *
 * @param key our private key
 * @param knownHosts its host keys, as OpenSSH writes them
 * @param connect how long a connection may take to come about
 * @param receive how long an answer may take
 */
public record SftpTarget(
        String host, int port, String user, Path key, Path knownHosts, Duration connect, Duration receive) {

    public SftpTarget {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port \"" + port + "\" of " + host + ": give 1 to 65535");
        }
    }

    /** For messages. */
    String place() {
        return host + ":" + port;
    }
}
