package io.claimgate.flow.intake;

import io.claimgate.feed.DocumentLabel;

/** What the side file of a document says. */
@FunctionalInterface
public interface SideFiles {

    /** Reads its text; throws {@link DocumentRefused} for one that does not say what the document is. */
    DocumentLabel read(String text);
}
