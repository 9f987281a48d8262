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

    /** The feed of this name. */
    public Optional<Feed> feed(String name) {
        return feeds.stream().filter(feed -> feed.name().equals(name)).findFirst();
    }

    /** The scheme under which its customer numbers stand among the buyers' identifiers. */
    public String identifierScheme() {
        return "erp:" + source;
    }
}
