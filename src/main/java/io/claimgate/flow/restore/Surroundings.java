package io.claimgate.flow.restore;

import io.claimgate.flow.Departure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands beside the database in the home, apart from the journal. */
public interface Surroundings {

    /** The name of the backup that this home was copied from and that was not started on before; empty where it is none. */
    Optional<String> backup();

    /** That backup has been noticed. */
    void backupNoticed();

    /** Files of postings and holds in out/, by source. */
    Map<String, List<String>> written();

    /** A file of out/ by its content: entries with their numbers where the format has them; empty where it is no file of ours. */
    Optional<Departure.FileWritten> entries(String source, String name);

    /** Keeps a copy of the history's anchor and cuts it to this number of blocks. @return where the copy lies */
    String cutHeads(long blocks);
}
