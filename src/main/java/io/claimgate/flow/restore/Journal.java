package io.claimgate.flow.restore;

import io.claimgate.flow.Departure;
import io.claimgate.flow.Restore;
import java.util.List;
import java.util.function.Consumer;

/** Reads what was noted of departures. What a restore has settled is no news to the database that remembers that restore. */
public interface Journal {

    /** The youngest notes that no restore has settled; enough to see whether the database knows them. */
    List<Departure> youngest();

    /** From now on all that stands there belongs to this restore; in the caller's transaction. */
    void belongsTo(Restore restore);

    /** What belongs to it, each file oldest first. */
    void each(Restore restore, Consumer<Departure> reader);
}
