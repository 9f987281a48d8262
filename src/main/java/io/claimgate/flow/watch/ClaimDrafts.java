package io.claimgate.flow.watch;

import io.claimgate.policy.Contract;
import io.claimgate.receivable.ExposureFacts;
import io.claimgate.receivable.ExposurePicture;

/** What a computed exposure means for its claim, in the transaction of the computation. */
@FunctionalInterface
public interface ClaimDrafts {

    /**
     * Drafts a claim when it is time; keeps one that was not sent yet equal to the ledger; takes it back when nothing is owed any more.
     *
     * @return whether the exposure must be looked at once more, because its claim is gone
     */
    boolean follow(ExposureRow exposure, Contract contract, ExposurePicture picture, ExposureFacts facts);
}
