package io.claimgate.insurer;

import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.catalogue.InsurerFiles;
import io.claimgate.claim.ClaimKey;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.files.DossierArchive;
import io.claimgate.flow.Vault;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.Parcel;
import io.claimgate.store.FileVault;
import io.claimgate.support.Claims;
import io.claimgate.support.Databases;
import io.claimgate.support.SftpPeer;
import io.claimgate.support.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The real channel to any SFTP server over real routes, and dossiers from a real vault. */
final class SftpKit implements AutoCloseable {

    static final Duration RECEIVE = Duration.ofSeconds(5);
    /** What this insurer's file says; not what is assumed where a file says nothing. */
    static final Duration RECEIPT = Duration.ofDays(3);

    private static final ConfigurationFiles FILES = ConfigurationFiles.read(null);
    private static final AtomicLong NUMBERS = new AtomicLong(5_000_000);
    private static final String INSURER = "kit";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<ConfiguredInsurers> made = new ArrayList<>();
    private final Map<SftpPeer, DocumentChannel> channels = new HashMap<>();
    private final Vault vault;

    SftpKit(Path home) {
        Stores stores = new Stores(Databases.H2);
        vault = new FileVault(home, stores.sql, stores.clock);
        String name = "routes/insurer.camel.yaml";
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromBytes(name, FILES.bytes(name)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        camel.start();
    }

    CamelContext camel() {
        return camel;
    }

    /** The channel to it; the same each time. */
    DocumentChannel channel(SftpPeer peer) {
        return channels.computeIfAbsent(
                peer, key -> channel(peer, peer.port(), peer.knownHosts(), Duration.ofMinutes(1)));
    }

    /** @param port where a proxy stands in front of the server, or the server's own */
    DocumentChannel channel(SftpPeer peer, int port, Path knownHosts, Duration outer) {
        return channel(new InsurerProfile.SftpDocuments(
                "127.0.0.1",
                Integer.toString(port),
                peer.user(),
                peer.key().toString(),
                knownHosts.toString(),
                "dossiers",
                "receipts",
                1L << 30,
                new InsurerProfile.Timeouts(Duration.ofSeconds(5), RECEIVE, outer)));
    }

    DocumentChannel channel(InsurerProfile.SftpDocuments server) {
        String path = "mappings/insurers/sandbox/insurer.yaml";
        InsurerProfile sandbox = new InsurerFiles(key -> "2s")
                .read(List.of(new InsurerFiles.Source(
                        path, FILES.texts("mappings", "/insurer.yaml").get(path))))
                .profiles()
                .get(0);
        InsurerProfile profile = new InsurerProfile(
                INSURER + made.size(),
                sandbox.words(),
                sandbox.soap(),
                sandbox.timeouts(),
                sandbox.settleTime(),
                true,
                sandbox.outcomes(),
                new InsurerProfile.Documents(null, server, RECEIPT),
                InsurerProfile.Inbound.NONE);
        ConfiguredInsurers insurers = new ConfiguredInsurers(
                camel, List.of(profile), FILES::bytes, new Addresses(Map.<String, String>of()::get, true));
        made.add(insurers);
        return insurers.documents().of(profile.insurer()).get(0);
    }

    /** The id of the last channel's route. */
    String routeOf(String call) {
        return "insurer." + call + "." + INSURER + (made.size() - 1);
    }

    /** A dossier of one large and one small document, {@code size} bytes and a few more. */
    Parcel parcel(int size) {
        return parcel(Claims.declaration(NUMBERS.incrementAndGet()).claim().key(), 1, size);
    }

    Parcel parcel(ClaimKey claim, int number, int size) {
        byte[] large = new byte[size];
        new Random(size).nextBytes(large);
        List<Parcel.Content> documents = List.of(
                content("001_INVOICE_F-1.pdf", "INVOICE", large),
                content("002_STATEMENT.txt", "STATEMENT", claim.value().getBytes(StandardCharsets.US_ASCII)));
        Vault.Stored archive = new DossierArchive(vault).make("ACME-FR", documents, vault::path);
        return new Parcel(
                claim, "ACME-FR", number, documents, vault.path(archive.sha256()), archive.sha256(), archive.size());
    }

    private Parcel.Content content(String name, String kind, byte[] bytes) {
        Vault.Stored stored = vault.put("ACME-FR", "DOCUMENT", bytes);
        return new Parcel.Content(name, kind, stored.sha256(), stored.size(), "application/octet-stream");
    }

    /** The host keys for another port, as behind a proxy. */
    static Path pinnedAt(int port, SftpPeer peer, Path folder) {
        try {
            Path file = folder.resolve("known_hosts_" + port);
            return Files.writeString(
                    file, Files.readString(peer.knownHosts()).replace("]:" + peer.port() + " ", "]:" + port + " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All names in a folder, also hidden ones. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        made.forEach(ConfiguredInsurers::close);
        camel.stop();
    }
}
