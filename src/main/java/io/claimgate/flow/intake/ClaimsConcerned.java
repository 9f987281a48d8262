package io.claimgate.flow.intake;

import io.claimgate.dossier.Document;
import java.util.Collection;
import java.util.List;

/** The claims that new facts and documents may change. All calls join the caller's transaction. */
public interface ClaimsConcerned {

    record Concerned(String claimKey, String creditor) {}

    /** Those of the exposures that the insurer has not decided yet. */
    List<Concerned> undecidedOf(Collection<String> exposureIds);

    /** Those that a document serves: the claim itself, those with the receivable in it, those of the buyer; none that is over. */
    List<Concerned> servedBy(Document.Tie tie);
}
