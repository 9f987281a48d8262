package io.claimgate.flow.settlement;

import java.util.Collection;
import java.util.Optional;

/** The lists of all insurers that keep one. */
public interface ResultLists {

    /** Who keeps one. */
    Collection<String> insurers();

    /** Empty where there is none any more. */
    Optional<ResultList> of(String insurer);
}
