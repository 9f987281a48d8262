package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.support.FaultProxy;
import io.claimgate.support.MinaSftp;
import io.claimgate.support.OpenSsh;
import io.claimgate.support.SftpPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * F5: the connection is cut after byte N of what we send, for many N: in the handshake, in the archive, before, in and after each renaming.
 * The flow's discipline then goes on: what was not sent is sent again, what is unknown is looked at first.
 */
class SftpCutsTest {

    /** {@code -Dcuts=1000} for the figure of the book. */
    private static final int CUTS = Integer.getInteger("cuts", 40);

    private static final int SIZE = 200_000;
    /** The last requests, renamings among them, are all in so many bytes. */
    private static final int END = 4_000;

    @TempDir
    static Path home;

    enum Server {
        MINA(MinaSftp::new),
        OPEN_SSH(OpenSsh::new);

        private final Supplier<SftpPeer> start;

        Server(Supplier<SftpPeer> start) {
            this.start = start;
        }
    }

    @ParameterizedTest
    @EnumSource
    void wherever_the_line_is_cut_one_whole_dossier_arrives(Server server) throws IOException {
        // Given
        try (SftpKit kit = new SftpKit(home.resolve(server.name()));
                SftpPeer peer = server.start.get();
                FaultProxy line = new FaultProxy(peer.port())) {
            DocumentChannel channel =
                    kit.channel(peer, line.port(), SftpKit.pinnedAt(line.port(), peer, home), Duration.ofSeconds(30));
            long whole = untouched(kit, channel, line);
            Map<String, Integer> outcomes = new TreeMap<>();
            for (long offset : offsets(whole)) {
                Parcel parcel = kit.parcel(SIZE);
                line.drop();
                line.cut(1, offset);

                // When
                List<String> story = brought(channel, parcel, () -> assertNothingHalf(peer, parcel, offset));

                // Then
                story.forEach(word -> outcomes.merge(word, 1, Integer::sum));
                assertThat(SftpKit.names(peer.root().resolve("dossiers")).stream()
                                .filter(name -> name.contains(parcel.name())))
                        .as("cut after byte %d of %d: %s", offset, whole, story)
                        .containsExactly(parcel.name() + ".manifest.xml", parcel.name() + ".zip");
                assertThat(peer.root().resolve("dossiers/" + parcel.name() + ".zip"))
                        .hasSameBinaryContentAs(parcel.content());
            }
            // Not one kind of cut only: the sweep met sendings that were lost before and after they counted.
            assertThat(outcomes).containsKeys("NotSent", "OutcomeUnknown", "Delivered");
        }
    }

    /** At any moment: what has its final name is whole, the manifest is the last, and one temporary file is all that may be left. */
    private static void assertNothingHalf(SftpPeer peer, Parcel parcel, long offset) {
        List<String> there = SftpKit.names(peer.root().resolve("dossiers")).stream()
                .filter(name -> name.contains(parcel.name()))
                .toList();
        String archive = parcel.name() + ".zip";
        assertThat(there.stream().filter(name -> name.endsWith(".part")).count())
                .as("after byte %d: %s", offset, there)
                .isLessThanOrEqualTo(1);
        if (there.contains(parcel.name() + ".manifest.xml")) {
            assertThat(there).as("after byte %d", offset).contains(archive);
        }
        if (there.contains(archive)) {
            assertThat(peer.root().resolve("dossiers").resolve(archive)).hasSameBinaryContentAs(parcel.content());
        }
    }

    /** How many bytes one sending takes over a connection of its own. */
    private static long untouched(SftpKit kit, DocumentChannel channel, FaultProxy line) {
        line.cut(0, 0);
        assertThat(channel.send(kit.parcel(SIZE), LastLook.NONE).outcome()).isInstanceOf(Carried.Delivered.class);
        return line.sent();
    }

    private static SortedSet<Long> offsets(long whole) {
        SortedSet<Long> offsets = new TreeSet<>();
        int early = CUTS / 4;
        for (int i = 0; i < early; i++) {
            offsets.add(1 + i * (whole - END) / early);
        }
        int late = CUTS - early;
        for (int i = 0; i < late; i++) {
            offsets.add(whole - END + 1 + (long) i * END / late);
        }
        return offsets;
    }

    /** As the flow does it: never twice without having looked in between, where the outcome is not known. */
    private static List<String> brought(DocumentChannel channel, Parcel parcel, Runnable between) {
        List<String> story = new ArrayList<>();
        for (int tries = 0; tries < 5; tries++) {
            Carried outcome = channel.send(parcel, LastLook.NONE).outcome();
            story.add(outcome.getClass().getSimpleName());
            between.run();
            Holding held = outcome instanceof Carried.NotSent
                    ? new Holding.NotThere()
                    : channel.look(parcel).outcome();
            if (held instanceof Holding.Lies) {
                return story;
            }
        }
        return story;
    }
}
