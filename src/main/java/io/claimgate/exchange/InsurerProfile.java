package io.claimgate.exchange;

import io.claimgate.claim.ChangeKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an insurer is reached: {@code mappings/insurers/<insurer>/insurer.yaml}.
 *
 * @param insurer the folder's name
 * @param words the folder whose stylesheets and examples are its own: its folder, or that of the insurer that it extends
 * @param settleTime how long after a call the insurer may still be at it
 * @param idempotentByClaimKey whether it takes the same claim key with the same content once only
 * @param outcomes what its failures mean
 * @param documents how it takes evidence
 * @param inbound how it proves who it is when it calls us
 */
public record InsurerProfile(
        String insurer,
        String words,
        Soap soap,
        Timeouts timeouts,
        Duration settleTime,
        boolean idempotentByClaimKey,
        OutcomeTable outcomes,
        Documents documents,
        Inbound inbound) {

    /** As whom it speaks to us: as itself, or, without credentials of its own, as whom it extends. */
    public String voice() {
        return inbound.equals(Inbound.NONE) ? words : insurer;
    }

    /** Where its stylesheets and examples lie, with a slash at the end. */
    public String folder() {
        return "mappings/insurers/" + words + "/";
    }

    /**
     * Its SOAP service.
     *
     * @param wsdl path below the configuration, {@code schemas/insurer/claims.wsdl}
     * @param namespace of service and port
     * @param address where it listens; may hold {@code {{a.setting}}}, resolved at each call
     * @param declare the operation that takes a claim
     * @param query the operation that says whether it has one; null where there is none
     * @param results the operation that lists what it decided; null where there is none
     * @param changes the operations that take a change of a claim that it has; what is not there a person tells
     */
    public record Soap(
            String wsdl,
            String namespace,
            String service,
            String port,
            String address,
            String declare,
            @Nullable String query,
            @Nullable String results,
            Map<ChangeKind, String> changes) {

        public Soap {
            changes = Map.copyOf(changes);
        }
    }

    /**
     * How long is waited, in system time.
     *
     * @param outer for the whole call; a receive timeout does not cover a blocked upload
     */
    public record Timeouts(Duration connect, Duration receive, Duration outer) {}

    /**
     * Its ways of documents, in the order in which they are preferred.
     *
     * @param soap one document at a time over its SOAP service; null where it takes none there
     * @param sftp whole dossiers as archives; null where it takes none there
     * @param receiptWithin how long after the transport its business receipt may take before a person is told
     */
    public record Documents(
            @Nullable SoapDocuments soap, @Nullable SftpDocuments sftp, Duration receiptWithin) {

        /** An insurer that takes no documents from machines. */
        public static final Documents NONE = new Documents(null, null, Duration.ofDays(2));
    }

    /**
     * Documents one by one, each as an MTOM attachment.
     *
     * @param operation that takes one
     * @param largest bytes of a document
     */
    public record SoapDocuments(String operation, long largest) {}

    /**
     * Dossiers as archives. Every text may hold {@code {{a.setting}}}, resolved at each call.
     *
     * @param host its name or address
     * @param port a number
     * @param user whom the key lets in
     * @param key path of the file with our private key
     * @param knownHosts path of the file with its host keys, as OpenSSH writes it
     * @param folder where archives and manifests are put; it exists
     * @param receipts where the insurer puts its receipts; it exists
     * @param largest bytes of an archive
     */
    public record SftpDocuments(
            String host,
            String port,
            String user,
            String key,
            String knownHosts,
            String folder,
            String receipts,
            long largest,
            Timeouts timeouts) {}

    /**
     * Its credentials at our notifications. Any of them lets it in; with none it is not let in.
     *
     * @param username of its UsernameToken; may be {@code {{a.setting}}}; null: it has none
     * @param password {@code {{a.setting}}}, resolved at each call: the secret itself never stands in a file
     * @param certificates SHA-256 of its client certificates, in lower-case hex
     */
    public record Inbound(
            @Nullable String username, @Nullable String password, Set<String> certificates) {

        /** An insurer that never calls. */
        public static final Inbound NONE = new Inbound(null, null, Set.of());

        public Inbound {
            certificates = Set.copyOf(certificates);
        }
    }
}
