package io.claimgate.catalogue;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.InsurerProfile.Documents;
import io.claimgate.exchange.InsurerProfile.SftpDocuments;
import io.claimgate.exchange.InsurerProfile.SoapDocuments;
import io.claimgate.exchange.InsurerProfile.Timeouts;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code documents:} of an {@code insurer.yaml}: by which ways an insurer takes evidence. */
final class InsurerDocumentsReader {

    private static final Set<String> SFTP =
            Set.of("host", "port", "user", "key", "knownHosts", "folder", "receipts", "largest", "timeouts");

    private final QuantityReader quantities;
    private final Timeouts usual;

    /** @param usual timeouts of a way that states none of its own */
    InsurerDocumentsReader(QuantityReader quantities, Timeouts usual) {
        this.quantities = quantities;
        this.usual = usual;
    }

    /** @param documents null where the insurer takes none from machines */
    Documents read(@Nullable YamlTable documents) {
        if (documents == null) {
            return Documents.NONE;
        }
        documents.onlyKeys(Set.of("soap", "sftp", "receiptWithin"));
        Duration within = documents.optional("receiptWithin") == null
                ? Documents.NONE.receiptWithin()
                : quantities.duration(documents, "receiptWithin");
        return new Documents(
                soap(documents.optionalTable("soap")),
                sftp(documents.optionalTable("sftp")),
                within == null ? Documents.NONE.receiptWithin() : within);
    }

    private @Nullable SoapDocuments soap(@Nullable YamlTable soap) {
        if (soap == null) {
            return null;
        }
        soap.onlyKeys(Set.of("operation", "largest"));
        String operation = soap.text("operation");
        Long largest = quantities.size(soap, "largest");
        return operation == null || largest == null ? null : new SoapDocuments(operation, largest);
    }

    private @Nullable SftpDocuments sftp(@Nullable YamlTable sftp) {
        if (sftp == null) {
            return null;
        }
        sftp.onlyKeys(SFTP);
        String host = sftp.text("host");
        String port = sftp.optional("port");
        String user = sftp.text("user");
        String key = sftp.text("key");
        String knownHosts = sftp.text("knownHosts");
        String folder = sftp.text("folder");
        String receipts = sftp.text("receipts");
        Long largest = quantities.size(sftp, "largest");
        Timeouts timeouts = timeouts(sftp.optionalTable("timeouts"));
        return host == null
                        || user == null
                        || key == null
                        || knownHosts == null
                        || folder == null
                        || receipts == null
                        || largest == null
                        || timeouts == null
                ? null
                : new SftpDocuments(
                        host, port == null ? "22" : port, user, key, knownHosts, folder, receipts, largest, timeouts);
    }

    private InsurerProfile.@Nullable Timeouts timeouts(@Nullable YamlTable own) {
        return own == null ? usual : quantities.timeouts(own);
    }
}
