package io.claimgate.accounting;

import io.claimgate.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A balanced entry for the books of one ERP, made once for its cause. A correction is another posting, never an edit.
 *
 * @param id {@code [A-Z0-9-]{1,40}}, the same for the same cause and source however often it is made
 * @param text what it is called in the books
 * @param lines at least two; debits and credits are equal in every currency
 */
public record Posting(
        String id,
        String source,
        String creditor,
        String claimKey,
        long buyerId,
        String cause,
        Booking.Event event,
        String insurer,
        String insurerReference,
        LocalDate date,
        String text,
        List<PostingLine> lines) {

    public Posting {
        lines = List.copyOf(lines);
        if (lines.size() < 2) {
            throw new IllegalArgumentException("posting " + id + " of " + cause + " has " + lines.size() + " lines");
        }
        Map<String, BigDecimal> open = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.debit().currency(),
                        Collectors.reducing(
                                BigDecimal.ZERO,
                                line -> line.debit().minus(line.credit()).amount(),
                                BigDecimal::add)));
        open.forEach((currency, difference) -> {
            if (difference.signum() != 0) {
                throw new IllegalArgumentException("posting " + id + " of " + cause + " does not balance: "
                        + new Money(difference, currency) + " too much debit");
            }
        });
    }

    /** A hash of what an ERP books by it: two that are alike to the books have the same. */
    public String digest() {
        String content = date
                + lines.stream()
                        .map(line -> String.join(
                                "|",
                                "",
                                line.account().number(),
                                line.auxiliary() == null ? "" : line.auxiliary().number(),
                                line.debit().amount().toPlainString(),
                                line.credit().amount().toPlainString(),
                                line.debit().currency()))
                        .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of all its lines: a booking has one. */
    public String currency() {
        return lines.get(0).debit().currency();
    }
}
