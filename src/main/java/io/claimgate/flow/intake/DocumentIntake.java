package io.claimgate.flow.intake;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.feed.Counts;
import io.claimgate.feed.CreditorRule;
import io.claimgate.feed.DocumentLabel;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.feed.FileStatus;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Vault;
import io.claimgate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/** The way of a document: one thing without rows, so it goes from TAKEN to APPLIED in one step. */
public final class DocumentIntake {

    private static final Counts CREATED = new Counts(1, 1, 0, 0, 0, 0, 0);
    private static final Counts UNCHANGED = new Counts(1, 0, 0, 1, 0, 0, 0);
    private static final Counts REJECTED = new Counts(1, 0, 0, 0, 0, 1, 0);

    private final ErpFiles files;
    private final Faults faults;
    private final SideFiles sideFiles;
    private final ContentCheck content;
    private final DocumentStore documents;
    private final DocumentFiling filing;
    private final Vault vault;
    private final TransactionOperations transactions;

    public DocumentIntake(
            ErpFiles files,
            Faults faults,
            SideFiles sideFiles,
            ContentCheck content,
            DocumentStore documents,
            DocumentFiling filing,
            Vault vault,
            TransactionOperations transactions) {
        this.files = files;
        this.faults = faults;
        this.sideFiles = sideFiles;
        this.content = content;
        this.documents = documents;
        this.filing = filing;
        this.vault = vault;
        this.transactions = transactions;
    }

    /** Files it, or says why not; the file is APPLIED afterwards. */
    ErpFile bring(ErpFile file, ErpSource source, Feed feed) {
        try {
            DocumentLabel label = label(file, feed);
            String mediaType = content.mediaType(vault.path(file.content()), file.name());
            return inTransaction(() -> take(file, source, label, mediaType));
        } catch (DocumentRefused e) {
            return inTransaction(() -> refuse(file, e));
        } catch (IOException e) {
            throw vaultTrouble(file, e);
        }
    }

    /** The side file says more than a name can: it wins. */
    private DocumentLabel label(ErpFile file, Feed feed) {
        String sideFile = file.marker();
        if (sideFile != null) {
            return sideFiles.read(sideFile);
        }
        return feed.label(file.name())
                .orElseThrow(() -> new DocumentRefused(
                        ProblemCode.DOS_001,
                        "file",
                        "no side file came in time and the name does not say what it is; drop it again together with "
                                + file.name() + ErpSource.SIDE_FILE,
                        file.name()));
    }

    private ErpFile take(ErpFile file, ErpSource source, DocumentLabel label, String mediaType) {
        List<DocumentStore.Meant> meant = meant(label, source);
        String creditor = meant.get(0).creditor();
        if (file.creditor().equals(CreditorRule.SEVERAL)) {
            keepFor(creditor, file);
        }
        Evidence evidence = new Evidence(
                label.kind(),
                file.name(),
                file.content(),
                file.size(),
                mediaType,
                label.language(),
                source.identifierScheme(),
                EventLog.MACHINE,
                file.id());
        boolean created = filing.file(evidence, meant).stream().anyMatch(DocumentStore.Filed::created);
        return save(file, file.checked(created ? CREATED : UNCHANGED).concluded(FileStatus.ACCEPTED, List.of()));
    }

    private List<DocumentStore.Meant> meant(DocumentLabel label, ErpSource source) {
        List<DocumentStore.Meant> meant = documents.meant(label, creditors(label, source), source.identifierScheme());
        Set<String> whose = meant.stream().map(DocumentStore.Meant::creditor).collect(Collectors.toSet());
        String field = label.reference().field();
        if (whose.isEmpty()) {
            throw new DocumentRefused(
                    ProblemCode.DOS_008,
                    field,
                    "no " + label.reference().noun()
                            + " of this creditor is known by it; bring it in or correct it, then drop the document again",
                    label.value());
        }
        if (whose.size() > 1) {
            throw new DocumentRefused(
                    ProblemCode.DOS_008,
                    field,
                    "several creditors of the source have it; say in the side file which one, as creditor",
                    label.value());
        }
        return meant;
    }

    private static Collection<String> creditors(DocumentLabel label, ErpSource source) {
        String named = label.creditor();
        if (named == null) {
            return source.creditor().all();
        }
        if (!source.creditor().all().contains(named)) {
            throw new DocumentRefused(
                    ProblemCode.ERP_108, "creditor", "this source does not serve it; drop it where it belongs", named);
        }
        return Set.of(named);
    }

    /** The vault knows whose bytes it holds; only now do we. */
    private void keepFor(String creditor, ErpFile file) {
        try (var bytes = vault.open(file.content())) {
            vault.put(creditor, Vault.DOCUMENT, bytes);
        } catch (IOException e) {
            throw vaultTrouble(file, e);
        }
    }

    /** A disk that is full or away now is waited for; bytes that are gone are a person's. */
    private static RuntimeException vaultTrouble(ErpFile file, IOException trouble) {
        return trouble instanceof NoSuchFileException
                ? new IllegalStateException(
                        "the vault has lost file " + file.id() + ", " + file.content() + "; restore it from the backup",
                        trouble)
                : new PartnerFailure.Transient(
                        "the vault cannot read or store file " + file.id() + ", see to its disk: " + trouble, trouble);
    }

    private ErpFile refuse(ErpFile file, DocumentRefused refusal) {
        faults.addMore(file.id(), List.of(refusal.fault()));
        return save(file, file.checked(REJECTED).concluded(FileStatus.REJECTED, List.of(refusal.reason())));
    }

    private ErpFile save(ErpFile before, ErpFile after) {
        files.save(before, after);
        return after;
    }

    private ErpFile inTransaction(java.util.function.Supplier<ErpFile> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
