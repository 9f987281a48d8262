package io.claimgate.feed;

import io.claimgate.problem.ProblemCode;
import io.claimgate.receivable.EventKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of kind events. */
final class EventReader implements RowReader {

    static final List<String> FIELDS = List.of(
            CreditorCell.FIELD,
            "kind",
            "date",
            "awareOn",
            "publishedOn",
            "buyerId",
            "invoiceNumber",
            "instalment",
            "amount",
            "newDueDate",
            "level",
            "channel",
            "note");

    /** No currency stands beside it: the books know the invoice's, and check the decimals there. */
    private static final int MOST_DECIMALS = 4;

    private final Cells cells;
    private final CreditorCell creditor;
    private final Cell kind;
    private final Cell date;
    private final Cell awareOn;
    private final Cell publishedOn;
    private final Cell buyer;
    private final Cell invoice;
    private final Cell instalment;
    private final Cell amount;
    private final Cell newDueDate;
    private final Cell level;
    private final Cell channel;
    private final Cell note;
    private final RowHash hash = new RowHash();

    EventReader(ErpSource source, Feed feed, List<String> header) {
        cells = new Cells(feed, header, FIELDS);
        creditor = new CreditorCell(source.creditor(), cells);
        kind = cells.needed("kind");
        date = cells.needed("date");
        awareOn = cells.of("awareOn");
        publishedOn = cells.of("publishedOn");
        buyer = cells.of("buyerId");
        invoice = cells.of("invoiceNumber");
        instalment = cells.of("instalment");
        amount = cells.of("amount");
        newDueDate = cells.of("newDueDate");
        level = cells.of("level");
        channel = cells.of("channel");
        note = cells.of("note");
    }

    @Override
    public List<String> missingColumns() {
        return cells.missing();
    }

    @Override
    public @Nullable Row read(long line, String[] row, RowFaults faults) {
        String whose = creditor.read(row, faults);
        EventKind what = kind(row, faults);
        LocalDate on = date.requiredDate(row, faults);
        LocalDate aware = awareOn.date(row, faults);
        LocalDate published = publishedOn.date(row, faults);
        String buyerRef = buyer.text(row, 60, faults);
        String number = invoice.text(row, 60, faults);
        Integer part = whole(instalment, row, 1, 9999, faults);
        BigDecimal money = amount.positive(row, MOST_DECIMALS, faults);
        LocalDate until = newDueDate.date(row, faults);
        Integer step = whole(level, row, 0, 99, faults);
        String by = channel.text(row, 40, faults);
        String text = note.text(row, 1000, faults);
        if (what != null) {
            checkPresence(what, row, faults);
        }
        if (whose == null || what == null || on == null || faults.rejected()) {
            return null;
        }
        UUID rowHash =
                hash.add(aware).add(published).add(money).add(by).add(text).take();
        return new EventRow(
                line, whose, what, on, aware, published, buyerRef, number, part, money, until, step, by, text, rowHash);
    }

    private @Nullable EventKind kind(String[] row, RowFaults faults) {
        String given = kind.required(row, 60, faults);
        if (given == null) {
            return null;
        }
        for (EventKind known : EventRules.TOLD_BY_ERPS) {
            if (known.name().equals(given)) {
                return known;
            }
        }
        kind.unknown(given, EventRules.WORDS, faults);
        return null;
    }

    private void checkPresence(EventKind what, String[] row, RowFaults faults) {
        if (EventRules.WITH_NEW_DUE_DATE.contains(what) && !newDueDate.given(row)) {
            newDueDate.missing(faults);
        }
        if (EventRules.OF_THE_BUYER.contains(what) && !buyer.given(row)) {
            buyer.missing(faults);
        } else if (EventRules.OF_AN_INVOICE.contains(what) && !invoice.given(row)) {
            invoice.missing(faults);
        } else if (!buyer.given(row) && !invoice.given(row)) {
            buyer.missing(faults);
        }
        if (instalment.given(row) && !invoice.given(row)) {
            invoice.missing(faults);
        }
    }

    private static @Nullable Integer whole(Cell cell, String[] row, int least, int most, RowFaults faults) {
        String given = cell.text(row, 60, faults);
        if (given == null) {
            return null;
        }
        int value = given.matches("[0-9]{1,4}") ? Integer.parseInt(given) : -1;
        if (value < least || value > most) {
            faults.reject(
                    cell.field(),
                    ProblemCode.ERP_103,
                    "not a number from " + least + " to " + most + "; correct the row and drop it again",
                    given);
            return null;
        }
        return value;
    }
}
