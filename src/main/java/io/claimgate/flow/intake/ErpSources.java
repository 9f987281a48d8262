package io.claimgate.flow.intake;

import io.claimgate.feed.ErpSource;
import java.util.Collection;
import java.util.Optional;

/** The ERPs that the mapping files describe. */
public interface ErpSources {

    Optional<ErpSource> find(String source);

    Collection<ErpSource> all();
}
