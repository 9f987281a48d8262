package io.claimgate.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claimgate.exchange.Carried;
import io.claimgate.exchange.Holding;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.support.FaultProxy;
import io.claimgate.support.MinaSftp;
import io.claimgate.support.OpenSsh;
import io.claimgate.support.SftpPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The SFTP channel against the sandbox's server, which renames plainly, and against a real OpenSSH, which overwrites when it renames. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SftpDossiersTest {

    private static final int SIZE = 300_000;

    @TempDir
    static Path home;

    private SftpKit kit;
    private SftpPeer mina;
    private SftpPeer openSsh;

    enum Server {
        MINA,
        OPEN_SSH
    }

    @BeforeAll
    void start() {
        kit = new SftpKit(home);
        mina = new MinaSftp();
    }

    @AfterAll
    void stop() {
        kit.close();
        mina.close();
        if (openSsh != null) {
            openSsh.close();
        }
    }

    @Test
    void how_long_a_receipt_may_take_is_what_the_insurers_file_says() {
        assertThat(kit.channel(mina).receiptWithin()).isEqualTo(SftpKit.RECEIPT);
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_lies_there_byte_for_byte_with_its_manifest_and_nothing_else(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);

        // When
        DocumentChannel.Reply<Carried> reply = kit.channel(peer(server)).send(parcel, LastLook.NONE);

        // Then
        assertThat(reply.outcome()).isInstanceOf(Carried.Delivered.class);
        assertArrived(server, parcel);
        assertThat(manifest(server, parcel)).hasBinaryContent(reply.request());
        assertThat(reply.request())
                .asString(StandardCharsets.UTF_8)
                .contains(
                        "<claimKey>" + parcel.claim() + "</claimKey>",
                        "<name>" + parcel.name() + ".zip</name><size>" + parcel.size() + "</size><sha256>"
                                + parcel.sha256(),
                        "<name>002_STATEMENT.txt</name><kind>STATEMENT</kind>");
    }

    @ParameterizedTest
    @EnumSource
    void sending_again_what_lies_there_changes_nothing(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        DocumentChannel channel = kit.channel(peer(server));
        channel.send(parcel, LastLook.NONE);
        Object before = Files.getLastModifiedTime(archive(server, parcel));

        // When
        Carried again = channel.send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(again).isInstanceOf(Carried.Delivered.class);
        assertThat(Files.getLastModifiedTime(archive(server, parcel))).isEqualTo(before);
        assertArrived(server, parcel);
    }

    @ParameterizedTest
    @EnumSource
    void where_only_the_manifest_is_missing_only_the_manifest_is_sent(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        DocumentChannel channel = kit.channel(peer(server));
        channel.send(parcel, LastLook.NONE);
        Files.delete(manifest(server, parcel));
        Object before = Files.getLastModifiedTime(archive(server, parcel));

        // When
        Carried again = channel.send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(again).isInstanceOf(Carried.Delivered.class);
        assertThat(Files.getLastModifiedTime(archive(server, parcel))).isEqualTo(before);
        assertArrived(server, parcel);
    }

    @ParameterizedTest
    @EnumSource
    void half_an_archive_is_gone_on_with(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        byte[] whole = Files.readAllBytes(parcel.content());
        Path part = hidden(server, parcel.name() + ".zip.part");
        lay(part, Arrays.copyOf(whole, 200_000));

        // When
        Carried outcome = kit.channel(peer(server)).send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(outcome).isInstanceOf(Carried.Delivered.class);
        assertArrived(server, parcel);
    }

    @ParameterizedTest
    @EnumSource
    void half_of_something_else_is_begun_anew(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        byte[] other = Arrays.copyOf(Files.readAllBytes(parcel.content()), 200_000);
        other[150_000] ^= 1;
        lay(hidden(server, parcel.name() + ".zip.part"), other);

        // When
        Carried outcome = kit.channel(peer(server)).send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(outcome).isInstanceOf(Carried.Delivered.class);
        assertArrived(server, parcel);
    }

    @ParameterizedTest
    @EnumSource
    void more_than_the_archive_is_begun_anew(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        lay(hidden(server, parcel.name() + ".zip.part"), Arrays.copyOf(Files.readAllBytes(parcel.content()), SIZE * 2));

        // When
        Carried outcome = kit.channel(peer(server)).send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(outcome).isInstanceOf(Carried.Delivered.class);
        assertArrived(server, parcel);
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_other_content_has_is_never_overwritten(Server server) throws IOException {
        // Given
        Parcel taken = kit.parcel(SIZE);
        Files.writeString(archive(server, taken), "somebody else's");
        Parcel announced = kit.parcel(SIZE);
        Files.writeString(manifest(server, announced), "<other/>");

        // When
        Carried archive = kit.channel(peer(server)).send(taken, LastLook.NONE).outcome();
        Carried manifest =
                kit.channel(peer(server)).send(announced, LastLook.NONE).outcome();

        // Then
        assertThat(archive)
                .isInstanceOfSatisfying(
                        Carried.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NAME_TAKEN"));
        assertThat(manifest).isInstanceOf(Carried.Refused.class);
        assertThat(archive(server, taken)).hasContent("somebody else's");
        assertThat(manifest(server, announced)).hasContent("<other/>");
        assertThat(archive(server, announced)).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void a_server_with_another_host_key_gets_nothing(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        SftpPeer other = server == Server.MINA ? openSsh() : mina;
        Path pinned = home.resolve("wrong_" + server);
        Files.writeString(
                pinned,
                Files.readString(other.knownHosts())
                        .replace("]:" + other.port(), "]:" + peer(server).port()));

        // When
        Carried outcome = kit.channel(peer(server), peer(server).port(), pinned, Duration.ofMinutes(1))
                .send(parcel, LastLook.NONE)
                .outcome();

        // Then
        assertThat(outcome).isInstanceOf(Carried.NotSent.class);
        assertThat(outcome.words()).contains("host key");
        assertThat(archive(server, parcel)).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_the_server_does_not_know_sends_nothing_and_says_so(Server server) {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        SftpPeer wrongKey = with(
                peer(server),
                (server == Server.MINA ? openSsh() : mina).key(),
                peer(server).user());

        // When
        Carried outcome = kit.channel(wrongKey).send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(outcome).isInstanceOf(Carried.NotSent.class);
        assertThat(outcome.words()).contains("does not let user", "have the insurer take our public key");
        assertThat(archive(server, parcel)).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_folder_is_told_and_not_made(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        Path dossiers = peer(server).root().resolve("dossiers");
        Path away = peer(server).root().resolve("away");
        Files.move(dossiers, away);

        // When
        Carried outcome;
        try {
            outcome = kit.channel(peer(server)).send(parcel, LastLook.NONE).outcome();
        } finally {
            assertThat(dossiers).doesNotExist();
            Files.move(away, dossiers);
        }

        // Then
        assertThat(outcome).isInstanceOf(Carried.NotSent.class);
        assertThat(outcome.words()).contains("no such file or folder");
    }

    @Test
    void a_folder_that_may_not_be_written_is_told() throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        Path dossiers = openSsh().root().resolve("dossiers");
        Files.setPosixFilePermissions(dossiers, java.nio.file.attribute.PosixFilePermissions.fromString("r-xr-xr-x"));

        // When
        Carried outcome;
        try {
            outcome = kit.channel(openSsh()).send(parcel, LastLook.NONE).outcome();
        } finally {
            Files.setPosixFilePermissions(
                    dossiers, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        }

        // Then
        assertThat(outcome).isInstanceOf(Carried.NotSent.class);
        assertThat(outcome.words()).contains("permission denied");
        assertThat(SftpKit.names(dossiers)).noneMatch(name -> name.contains(parcel.name()));
    }

    @Test
    void a_full_disk_is_told_and_leaves_nothing_that_counts() throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        // Whatever is written there finds no space left.
        Files.createSymbolicLink(hidden(Server.OPEN_SSH, parcel.name() + ".zip.part"), Path.of("/dev/full"));

        // When
        Carried outcome = kit.channel(openSsh()).send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(outcome).isInstanceOf(Carried.NotSent.class);
        assertThat(outcome.words()).contains("is its disk full");
        assertThat(archive(Server.OPEN_SSH, parcel)).doesNotExist();
        assertThat(manifest(Server.OPEN_SSH, parcel)).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void looking_tells_what_lies_there_and_what_the_insurer_says_of_it(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        DocumentChannel channel = kit.channel(peer(server));
        Holding before = channel.look(parcel).outcome();
        channel.send(parcel, LastLook.NONE);
        Holding carried = channel.look(parcel).outcome();
        Files.writeString(
                peer(server).root().resolve("receipts/" + parcel.name() + ".receipt.xml"),
                receipt(
                        parcel.sha256(),
                        "<accepted><number>R-7</number><receivedAt>2026-06-30T12:00:00+02:00</receivedAt></accepted>"));

        // When
        DocumentChannel.Reply<Holding> after = channel.look(parcel);

        // Then
        assertThat(before).isInstanceOf(Holding.NotThere.class);
        assertThat(carried).isInstanceOf(Holding.Lies.class);
        assertThat(after.outcome()).isEqualTo(new Holding.Held("R-7", Instant.parse("2026-06-30T10:00:00Z")));
        assertThat(after.response()).asString(StandardCharsets.UTF_8).contains("R-7");
    }

    @Test
    void a_receipt_is_believed_only_if_it_is_valid_and_about_these_bytes() throws IOException {
        // Given
        record Case(String receipt, Class<?> expected) {}
        String refused = "<refused><code>UNREADABLE</code><text>No &lt;b&gt;</text></refused>";
        Parcel parcel = kit.parcel(SIZE);
        DocumentChannel channel = kit.channel(mina);
        channel.send(parcel, LastLook.NONE);
        Case[] cases = {
            new Case(receipt(parcel.sha256(), refused), Holding.Refused.class),
            new Case(receipt("0".repeat(64), refused), Holding.Unanswered.class),
            new Case(receipt(parcel.sha256(), "<maybe/>"), Holding.Unanswered.class),
            new Case("half a rec", Holding.Unanswered.class),
            new Case("", Holding.Unanswered.class),
            new Case(
                    "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + receipt(parcel.sha256(), refused),
                    Holding.Unanswered.class),
            new Case(" ".repeat(2 << 20) + receipt(parcel.sha256(), refused), Holding.Unanswered.class)
        };
        for (Case one : cases) {
            Files.writeString(mina.root().resolve("receipts/" + parcel.name() + ".receipt.xml"), one.receipt());

            // When
            Holding outcome = channel.look(parcel).outcome();

            // Then
            assertThat(outcome).as(outcome.words()).isInstanceOf(one.expected());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_temporary_name_that_stayed_beside_the_final_one_is_tidied_by_looking(Server server) throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        DocumentChannel channel = kit.channel(peer(server));
        channel.send(parcel, LastLook.NONE);
        Files.createLink(hidden(server, parcel.name() + ".manifest.xml.part"), manifest(server, parcel));
        Files.createLink(hidden(server, parcel.name() + ".zip.part"), archive(server, parcel));

        // When
        channel.look(parcel);

        // Then
        assertArrived(server, parcel);
    }

    @Test
    void a_stopped_route_sends_nothing_and_says_so_at_once() throws Exception {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        DocumentChannel channel = kit.channel(mina, mina.port(), mina.knownHosts(), Duration.ofMinutes(1));
        kit.camel().getRouteController().stopRoute(kit.routeOf("transfer-dossier"));
        long begun = System.nanoTime();

        // When
        Carried outcome = channel.send(parcel, LastLook.NONE).outcome();

        // Then
        assertThat(outcome).isInstanceOf(Carried.NotSent.class);
        assertThat(outcome.words()).contains("did not run");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(archive(Server.MINA, parcel)).doesNotExist();
    }

    @Test
    void a_server_that_is_not_there_gets_nothing() throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        DocumentChannel channel = kit.channel(mina, port, SftpKit.pinnedAt(port, mina, home), Duration.ofMinutes(1));

        // When
        Carried sent = channel.send(parcel, LastLook.NONE).outcome();
        Holding seen = channel.look(parcel).outcome();

        // Then
        assertThat(sent).isInstanceOf(Carried.NotSent.class);
        assertThat(sent.words()).contains("no connection to 127.0.0.1:" + port);
        assertThat(seen).isInstanceOf(Holding.Unanswered.class);
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 30", "30, 30, 3"})
    void a_server_that_falls_silent_is_left_in_time_and_the_rest_goes_later(int connect, int receive, int outer)
            throws IOException {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        try (FaultProxy line = new FaultProxy(openSsh().port())) {
            DocumentChannel channel = kit.channel(new InsurerProfile.SftpDocuments(
                    "127.0.0.1",
                    Integer.toString(line.port()),
                    openSsh().user(),
                    openSsh().key().toString(),
                    SftpKit.pinnedAt(line.port(), openSsh(), home).toString(),
                    "dossiers",
                    "receipts",
                    1L << 30,
                    new InsurerProfile.Timeouts(
                            Duration.ofSeconds(connect), Duration.ofSeconds(receive), Duration.ofSeconds(outer))));
            line.silence(1, 150_000);
            long begun = System.nanoTime();

            // When
            Carried outcome = channel.send(parcel, LastLook.NONE).outcome();

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThat(outcome).as(outcome.words()).isInstanceOf(Carried.NotSent.class);
            assertThat(channel.send(parcel, LastLook.NONE).outcome()).isInstanceOf(Carried.Delivered.class);
            assertArrived(Server.OPEN_SSH, parcel);
        }
    }

    @Test
    void an_archive_that_is_larger_than_the_insurer_takes_is_not_sent() {
        // Given
        Parcel parcel = kit.parcel(SIZE);
        Parcel large = new Parcel(
                parcel.claim(), parcel.creditor(), 1, parcel.documents(), parcel.content(), parcel.sha256(), 2L << 30);

        // When
        Carried outcome = kit.channel(mina).send(large, LastLook.NONE).outcome();

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Carried.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("TOO_LARGE"));
    }

    /** Started by the first test that needs it: where it cannot be had, only these are skipped. */
    private SftpPeer openSsh() {
        if (openSsh == null) {
            openSsh = new OpenSsh();
        }
        return openSsh;
    }

    private SftpPeer peer(Server server) {
        return server == Server.MINA ? mina : openSsh();
    }

    private void assertArrived(Server server, Parcel parcel) throws IOException {
        assertThat(SftpKit.names(peer(server).root().resolve("dossiers")).stream()
                        .filter(name -> name.contains(parcel.name())))
                .containsExactly(parcel.name() + ".manifest.xml", parcel.name() + ".zip");
        assertThat(archive(server, parcel)).hasSameBinaryContentAs(parcel.content());
    }

    private Path archive(Server server, Parcel parcel) {
        return peer(server).root().resolve("dossiers/" + parcel.name() + ".zip");
    }

    private Path manifest(Server server, Parcel parcel) {
        return peer(server).root().resolve("dossiers/" + parcel.name() + ".manifest.xml");
    }

    private Path hidden(Server server, String name) {
        return peer(server).root().resolve("dossiers/." + name);
    }

    /** As a connection that was cut would leave it: the server's user owns it. */
    private static void lay(Path part, byte[] bytes) throws IOException {
        Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
        Files.setPosixFilePermissions(part, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    private static String receipt(String sha256, String verdict) {
        return "<receipt xmlns=\"urn:claimgate:dossier:1\"><archive>x.zip</archive><sha256>" + sha256 + "</sha256>"
                + verdict + "</receipt>";
    }

    private static SftpPeer with(SftpPeer peer, Path key, String user) {
        return new SftpPeer() {
            @Override
            public Path root() {
                return peer.root();
            }

            @Override
            public int port() {
                return peer.port();
            }

            @Override
            public String user() {
                return user;
            }

            @Override
            public Path key() {
                return key;
            }

            @Override
            public Path knownHosts() {
                return peer.knownHosts();
            }

            @Override
            public void close() {
                // The other one's.
            }
        };
    }
}
