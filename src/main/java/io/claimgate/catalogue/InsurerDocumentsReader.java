package io.claimgate.catalogue;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.InsurerProfile.Documents;
import io.claimgate.exchange.InsurerProfile.SftpDocuments;
import io.claimgate.exchange.InsurerProfile.SoapDocuments;
import io.claimgate.exchange.InsurerProfile.Timeouts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads {@code documents:} of an {@code insurer.yaml}: by which ways an insurer takes evidence. */
final class InsurerDocumentsReader {

    private final QuantityReader quantities;
    private final @Nullable Timeouts usual;

    /** @param usual timeouts of a way that states none of its own; null where they are faulty */
    InsurerDocumentsReader(QuantityReader quantities, @Nullable Timeouts usual) {
        this.quantities = quantities;
        this.usual = usual;
    }

    /** @param documents null where the insurer takes none from machines */
    Documents read(@Nullable Section documents) {
        if (documents == null) {
            return Documents.NONE;
        }
        Duration within = documents.has("receiptWithin") ? quantities.duration(documents, "receiptWithin") : null;
        SoapDocuments soap = soap(documents.section("soap"));
        SftpDocuments sftp = sftp(documents.section("sftp"));
        documents.noOther();
        return new Documents(soap, sftp, within == null ? Documents.NONE.receiptWithin() : within);
    }

    private @Nullable SoapDocuments soap(@Nullable Section soap) {
        if (soap == null) {
            return null;
        }
        String operation = soap.requiredText("operation");
        Long largest = quantities.size(soap, "largest");
        soap.noOther();
        return operation == null || largest == null ? null : new SoapDocuments(operation, largest);
    }

    private @Nullable SftpDocuments sftp(@Nullable Section sftp) {
        if (sftp == null) {
            return null;
        }
        String host = sftp.requiredText("host");
        String port = sftp.text("port");
        String user = sftp.requiredText("user");
        String key = sftp.requiredText("key");
        String knownHosts = sftp.requiredText("knownHosts");
        String folder = sftp.requiredText("folder");
        String receipts = sftp.requiredText("receipts");
        Long largest = quantities.size(sftp, "largest");
        Timeouts timeouts = timeouts(sftp.section("timeouts"));
        sftp.noOther();
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

    private InsurerProfile.@Nullable Timeouts timeouts(@Nullable Section own) {
        return own == null ? usual : quantities.timeouts(own);
    }
}
