package io.claimgate.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns rows of one file into canonical rows, by rules compiled once from the mapping and the file's header. Not for several threads. */
public sealed interface RowReader
        permits InvoiceReader, PaymentReader, BuyerReader, EventReader, PostingReceiptReader, RateReader {

    /**
     * One row.
     *
     * @param line where it begins
     * @param row as many values as the header has columns
     * @param faults takes everything that is wrong with it
     * @return the row, or null where it is refused
     */
    @Nullable
    Row read(long line, String[] row, RowFaults faults);

    /** Columns that the mapping or the kind needs and the header lacks; the file cannot be read while there are any. */
    List<String> missingColumns();

    /** The invoice that the last row told of, read or refused; empty where the row did not say it or is of another kind. */
    default Optional<String> lastInvoice() {
        return Optional.empty();
    }

    /** Compiles the rules; {@code today} is the business day, for what lies in the future. */
    static RowReader of(ErpSource source, Feed feed, List<String> header, LocalDate today) {
        return switch (feed.kind()) {
            case INVOICES -> new InvoiceReader(source, feed, header, today);
            case PAYMENTS -> new PaymentReader(source, feed, header);
            case BUYERS -> new BuyerReader(source, feed, header);
            case EVENTS -> new EventReader(source, feed, header);
            case DOCUMENTS -> throw new IllegalArgumentException("a document has no rows");
            case POSTING_RECEIPTS -> new PostingReceiptReader(source, feed, header);
            case RATES -> new RateReader(source, feed, header);
        };
    }

    /** Every canonical field of a kind. */
    static List<String> fields(FeedKind kind) {
        return switch (kind) {
            case INVOICES -> InvoiceReader.FIELDS;
            case PAYMENTS -> PaymentReader.FIELDS;
            case BUYERS -> BuyerReader.FIELDS;
            case EVENTS -> EventReader.FIELDS;
            case DOCUMENTS -> List.of();
            case POSTING_RECEIPTS -> PostingReceiptReader.FIELDS;
            case RATES -> RateReader.FIELDS;
        };
    }

    /** The canonical fields that a mapping must fill for a kind. */
    static List<String> requiredFields(FeedKind kind) {
        return switch (kind) {
            case INVOICES ->
                List.of(
                        "invoiceNumber",
                        "issueDate",
                        "currency",
                        "grossAmount",
                        "buyerId",
                        "buyerName",
                        "buyerCountry");
            case PAYMENTS -> List.of("paymentId", "date", "amount", "currency", "buyerId");
            case BUYERS -> List.of("buyerId", "buyerName", "buyerCountry");
            case EVENTS -> List.of("kind", "date");
            case DOCUMENTS -> List.of();
            case POSTING_RECEIPTS -> List.of("postingId", "status");
            case RATES -> List.of("date", "from", "to", "rate");
        };
    }

    /** Throws IllegalArgumentException for a pattern that names no complete date. */
    static void checkDatePattern(String pattern) {
        DateRule.check(pattern);
    }
}
