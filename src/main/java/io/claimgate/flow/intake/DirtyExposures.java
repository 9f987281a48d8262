package io.claimgate.flow.intake;

import java.util.List;
import java.util.Map;

/** Exposures that a file changed and whose recomputation is not armed yet: marked in the transaction of the change. */
public interface DirtyExposures {

    /** Takes the marks away. The caller arms the tasks in the same transaction. By creditor. */
    Map<String, List<String>> drain(long fileId);
}
