package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.dossier.DocumentsClock;
import io.claimgate.dossier.Dossier;
import io.claimgate.dossier.Evidence;
import io.claimgate.dossier.Requested;
import io.claimgate.flow.Vault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents and the dossiers of claims. All calls join the caller's transaction, which holds the claim's lock. */
public interface DossierStore {

    /** What is tied to the claim, to its buyer, or to a receivable of one of its invoices; oldest first. */
    List<Evidence> evidence(Claim claim);

    List<Requested> requests(ClaimKey key);

    /** The documents' clock of the claim's exposure; empty where the policy has none, or it is not computed yet. */
    Optional<DocumentsClock> clock(Claim claim);

    Optional<Dossier> find(ClaimKey key);

    void save(Dossier dossier);

    /** FILE_COMPLETE as the insurer or a person told it; what we counted ourselves is not meant. */
    Optional<LocalDate> toldComplete(ClaimKey key);

    /** Records FILE_COMPLETE as we counted it. */
    void fileComplete(Claim claim, LocalDate on);

    /** A document that we made, tied to the claim. The same again changes nothing. */
    void made(Claim claim, DocumentKind kind, String name, Vault.Stored bytes);

    /** Reminders or formal notices to the claim's buyer, oldest first. */
    List<Notice> notices(Claim claim, DocumentKind kind);

    /** The buyer's payments in the claim's currency up to a day, oldest first; of many the latest {@link Statement#MOST_PAYMENTS}. */
    List<Statement.Paid> payments(Claim claim, LocalDate until);

    /** First amounts of the claim's receivables, by their ids. */
    Map<Long, BigDecimal> grossAmounts(Claim claim);
}
