package io.claimgate.flow.intake;

import io.claimgate.feed.Acknowledgement;
import io.claimgate.feed.Reason;
import io.claimgate.feed.RowFault;
import java.util.function.Consumer;

/** Where the ERP reads what became of its files. Each file there appears whole or not at all, and survives a power cut. */
public interface Answers {

    /** Hands over rejects one by one. */
    @FunctionalInterface
    interface Rejects {
        void forEach(Consumer<RowFault> reader);
    }

    /** The name of the rejects file of the n-th file of a name. */
    String rejectsName(String file, int ordinal);

    /** Writes rejects (where the acknowledgement names them), then the acknowledgement. Writing again gives the same bytes. */
    void acknowledge(Acknowledgement acknowledgement, Rejects rejects);

    /** Says that a file waits for a person. */
    void hold(ErpFile file, Reason reason);
}
