package io.claimgate.feed;

import io.claimgate.accounting.PostingState;
import io.claimgate.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of kind posting-receipts. */
final class PostingReceiptReader implements RowReader {

    static final List<String> FIELDS = List.of(CreditorCell.FIELD, "postingId", "status", "erpDocument", "message");

    private final Cells cells;
    private final CreditorCell creditor;
    private final Cell id;
    private final Cell status;
    private final Cell document;
    private final Cell message;
    private final RowHash hash = new RowHash();

    PostingReceiptReader(ErpSource source, Feed feed, List<String> header) {
        cells = new Cells(feed, header, FIELDS);
        creditor = new CreditorCell(source.creditor(), cells);
        id = cells.needed("postingId");
        status = cells.needed("status");
        document = cells.of("erpDocument");
        message = cells.of("message");
    }

    @Override
    public List<String> missingColumns() {
        return cells.missing();
    }

    @Override
    public @Nullable Row read(long line, String[] row, RowFaults faults) {
        String whose = creditor.read(row, faults);
        String postingId = id.required(row, 40, faults);
        PostingState.Answer answer = answer(status.required(row, 40, faults), faults);
        String erpDocument = document.text(row, 80, faults);
        String why = message.text(row, 500, faults);
        if (whose == null || postingId == null || answer == null || faults.rejected()) {
            return null;
        }
        return new PostingReceiptRow(
                line,
                whose,
                postingId,
                answer,
                erpDocument,
                why,
                hash.add(postingId).add(answer.name()).add(erpDocument).add(why).take());
    }

    /** The two words of the contract, and those that ERPs use for them. */
    private static PostingState.@Nullable Answer answer(@Nullable String word, RowFaults faults) {
        if (word == null) {
            return null;
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "POSTED", "BOOKED", "ACCEPTED", "OK" -> PostingState.Answer.POSTED;
            case "REFUSED", "REJECTED", "FAILED", "ERROR" -> PostingState.Answer.REFUSED;
            default -> {
                faults.reject(
                        "status", ProblemCode.ERP_106, "neither POSTED nor REFUSED; correct the row or map it", word);
                yield null;
            }
        };
    }
}
