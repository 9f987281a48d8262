package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.exchange.Carried;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.support.OpenSsh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P12 without its peer: one large archive and many small ones against a real OpenSSH, into {@code target/bench/sftp.md}. */
@Tag("bench")
class SftpBench {

    private static final int LARGE = 100 << 20;
    private static final int SMALL = 50 << 10;
    private static final int MANY = 1_000;

    @TempDir
    static Path home;

    @Test
    void the_channel_is_as_fast_as_its_line() throws IOException {
        // Given
        try (SftpKit kit = new SftpKit(home);
                OpenSsh server = new OpenSsh()) {
            DocumentChannel channel = kit.channel(server);
            delivered(channel, kit.parcel(LARGE / 2));
            Parcel large = kit.parcel(LARGE);
            List<Parcel> small = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                small.add(kit.parcel(SMALL));
            }

            // When
            double seconds = timed(() -> delivered(channel, large));
            double each = timed(() -> small.forEach(parcel -> delivered(channel, parcel)));

            // Then
            String report =
                    "| SFTP to OpenSSH | |%n|---|---|%n| one archive of 100 MB | %.0f MB/s |%n| dossiers of 50 KB, one session | %.0f/s (%.0f files/s) |%n"
                            .formatted(large.size() / 1e6 / seconds, MANY / each, 2 * MANY / each);
            Files.createDirectories(Path.of("target/bench"));
            Files.writeString(Path.of("target/bench/sftp.md"), report, StandardOpenOption.CREATE);
            assertThat(SftpKit.names(server.root().resolve("dossiers"))).hasSize(2 * (MANY + 2));
        }
    }

    private static void delivered(DocumentChannel channel, Parcel parcel) {
        Carried outcome = channel.send(parcel, LastLook.NONE).outcome();
        assertThat(outcome).as(outcome.words()).isInstanceOf(Carried.Delivered.class);
    }

    private static double timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
