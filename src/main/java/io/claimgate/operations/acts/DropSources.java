package io.claimgate.operations.acts;

import java.util.Collection;
import java.util.Optional;

/** Where files may be dropped. */
public interface DropSources {

    /** The creditors that the source serves; {@code *} if any, empty if there is no such source. */
    Optional<Collection<String>> creditors(String source);
}
