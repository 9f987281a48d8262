package io.claimgate.feed;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One ERP as its mapping file describes it.
 *
 * @param source its folder under {@code erp/}
 * @param defaultTerms due date = issue date + this where a row carries none; null rejects such a row
 * @param feeds in the order of the file: the first match wins
 */
public record ErpSource(
        String source,
        CreditorRule creditor,
        Payments payments,
        @Nullable Period defaultTerms,
        List<Feed> feeds) {

    /** What the name of a side file ends in, after the name of its document. */
    public static final String SIDE_FILE = ".json";

    /** How payments are known (money.md): a feed tells, or the fall of openAmount does. */
    public enum Payments {
        EXPLICIT,
        IMPLIED
    }

    public ErpSource {
        feeds = List.copyOf(feeds);
    }

    /** The feed of a file of this name. */
    public Optional<Feed> feedFor(String fileName) {
        return feeds.stream().filter(feed -> feed.matches(fileName)).findFirst();
    }

    /** What a file of this name is taken with; nothing where no feed matches: such a file is answered too. */
    public Companion companion(String fileName) {
        Optional<Feed> feed = feedFor(fileName);
        return isSideFile(fileName, feed)
                ? Companion.ITSELF
                : feed.map(known -> known.companion(fileName)).orElse(Companion.NONE);
    }

    /** A name that another feed wants is no side file, whatever stands beside it. */
    private boolean isSideFile(String fileName, Optional<Feed> feed) {
        return fileName.endsWith(SIDE_FILE)
                && feed.map(Feed::kind).orElse(FeedKind.DOCUMENTS) == FeedKind.DOCUMENTS
                && feedFor(fileName.substring(0, fileName.length() - SIDE_FILE.length()))
                        .filter(described -> described.kind() == FeedKind.DOCUMENTS)
                        .isPresent();
    }

    /** The feed of this name. */
    public Optional<Feed> feed(String name) {
        return feeds.stream().filter(feed -> feed.name().equals(name)).findFirst();
    }

    /** The scheme under which its customer numbers stand among the buyers' identifiers. */
    public String identifierScheme() {
        return "erp:" + source;
    }
}
