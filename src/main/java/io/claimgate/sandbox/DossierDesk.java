package io.claimgate.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/** Where the simulated insurer takes in whole dossiers: checks them against their manifest, books every document, and gives a receipt. */
final class DossierDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DossierDesk.class);
    private static final String MANIFEST = ".manifest.xml";
    private static final int LARGEST_MANIFEST = 8 << 20;

    private final Path dossiers;
    private final Receipts receipts;
    private final InsurerLedger claims;
    private final DocumentLedger documents;
    private final ArchiveCheck check;

    DossierDesk(Path dossiers, Receipts receipts, InsurerLedger claims, DocumentLedger documents) {
        this.dossiers = dossiers;
        this.receipts = receipts;
        this.claims = claims;
        this.documents = documents;
        this.check = new ArchiveCheck(documents);
    }

    static boolean isManifest(String fileName) {
        return fileName.endsWith(MANIFEST) && !fileName.startsWith(".");
    }

    /** The claim that a manifest names; null where it cannot be told. */
    @Nullable
    String claimKey(String fileName) {
        try {
            return read(fileName).claimKey();
        } catch (IOException | Unsound e) {
            return null;
        }
    }

    /** Takes in what a manifest tells of. */
    void take(String manifestName, Behaviour behaviour) throws IOException {
        String name = manifestName.substring(0, manifestName.length() - MANIFEST.length());
        String sha256 = "0".repeat(64);
        Receipts.Verdict verdict;
        try {
            Manifest manifest = read(manifestName);
            sha256 = manifest.sha256();
            verdict = judged(name, manifest, behaviour);
        } catch (Unsound e) {
            verdict = new Receipts.Refused(e.code(), String.valueOf(e.getMessage()));
        }
        receipts.give(name, sha256, verdict, behaviour);
    }

    private Receipts.Verdict judged(String name, Manifest manifest, Behaviour behaviour) throws IOException, Unsound {
        if (behaviour.mode() == Behaviour.Mode.REFUSE) {
            throw new Unsound("DOSSIER_REFUSED", "The simulated insurer was asked to refuse.");
        }
        if (!manifest.archive().equals(name + ".zip")) {
            throw new Unsound("MANIFEST_INVALID", "it names another archive, " + manifest.archive());
        }
        if (claims.find(manifest.claimKey()).isEmpty()) {
            throw new Unsound("CLAIM_UNKNOWN", "there is no claim " + manifest.claimKey());
        }
        check.unpack(manifest, dossiers.resolve(manifest.archive()));
        DocumentLedger.Receipt receipt = documents.receiveArchive(manifest);
        return new Receipts.Accepted(receipt.number(), receipt.receivedAt());
    }

    /** Goes on where the process ended: what has no receipt gets one, and what is booked already is not booked again. */
    void catchUp() {
        try (Stream<Path> files = Files.list(dossiers)) {
            for (String name : files.map(file -> String.valueOf(file.getFileName()))
                    .filter(DossierDesk::isManifest)
                    .sorted()
                    .toList()) {
                catchUp(name);
            }
        } catch (IOException e) {
            LOG.warn("the simulated insurer cannot look through {}: {}", dossiers, e.toString());
        }
    }

    private void catchUp(String manifestName) throws IOException {
        String name = manifestName.substring(0, manifestName.length() - MANIFEST.length());
        if (receipts.has(name)) {
            return;
        }
        Optional<DocumentLedger.Receipt> booked = booked(manifestName);
        if (booked.isPresent()) {
            DocumentLedger.Receipt receipt = booked.get();
            receipts.write(name, receipt.sha256(), new Receipts.Accepted(receipt.number(), receipt.receivedAt()));
        } else {
            take(manifestName, new Behaviour(Behaviour.DOSSIERS, Behaviour.Mode.NORMAL, null, null, null));
        }
    }

    private Optional<DocumentLedger.Receipt> booked(String manifestName) throws IOException {
        try {
            return documents.ofArchive(read(manifestName));
        } catch (Unsound e) {
            return Optional.empty();
        }
    }

    private Manifest read(String fileName) throws IOException, Unsound {
        Path file = dossiers.resolve(fileName);
        if (Files.size(file) > LARGEST_MANIFEST) {
            throw new Unsound("MANIFEST_INVALID", fileName + " is larger than " + LARGEST_MANIFEST + " bytes");
        }
        try {
            return Manifest.read(Files.readAllBytes(file));
        } catch (SAXException e) {
            throw new Unsound("MANIFEST_INVALID", fileName + " is not valid by manifest.xsd");
        }
    }
}
