package io.claimgate.insurer.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claimgate.support.MinaSftp;
import io.claimgate.support.OpenSsh;
import io.claimgate.support.SftpPeer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the transport itself promises, whoever looks before: against both kinds of servers. */
class SftpSessionTest {

    private static final Duration TIME = Duration.ofSeconds(10);

    private static final Map<String, Supplier<SftpPeer>> SERVERS =
            Map.of("MINA", MinaSftp::new, "OpenSSH", OpenSsh::new, "OpenSSH with RSA", OpenSsh::withRsaKeys);
    private static final Map<String, SftpPeer> PEERS = new HashMap<>();

    @AfterAll
    static void stop() {
        PEERS.values().forEach(SftpPeer::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MINA", "OpenSSH"})
    void a_name_that_is_taken_at_the_very_moment_of_naming_is_not_overwritten(String server) throws Exception {
        // Given
        try (SftpSessions sessions = new SftpSessions(TIME)) {
            SftpSession session = sessions.take(target(peer(server)));
            Path taken = peer(server).root().resolve("dossiers/taken");
            Files.writeString(taken, "theirs");
            session.write("ours".getBytes(StandardCharsets.US_ASCII), "dossiers/.taken.part");

            // When
            SftpTrouble trouble = catchThrowableOfType(
                    SftpTrouble.class, () -> session.place("dossiers/.taken.part", "dossiers/taken"));

            // Then
            assertThat(trouble.kind()).isEqualTo(SftpTrouble.Kind.DENIED);
            assertThat(taken).hasContent("theirs");
            assertThat(peer(server).root().resolve("dossiers/.taken.part")).hasContent("ours");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MINA", "OpenSSH", "OpenSSH with RSA"})
    void a_session_is_used_again_and_one_that_has_ended_is_replaced(String server) throws Exception {
        // Given
        try (SftpSessions sessions = new SftpSessions(TIME)) {
            SftpTarget target = target(peer(server));
            SftpSession first = sessions.take(target);
            sessions.giveBack(target, first);
            SftpSession second = sessions.take(target);
            sessions.giveBack(target, second);

            // When
            second.abort();

            // Then
            assertThat(second).isSameAs(first);
            SftpSession third = sessions.take(target);
            assertThat(third).isNotSameAs(first);
            assertThat(third.size("dossiers/nothing")).isEmpty();
        }
    }

    private static SftpPeer peer(String server) {
        return PEERS.computeIfAbsent(server, name -> SERVERS.get(name).get());
    }

    private static SftpTarget target(SftpPeer peer) {
        return new SftpTarget("127.0.0.1", peer.port(), peer.user(), peer.key(), peer.knownHosts(), TIME, TIME);
    }
}
