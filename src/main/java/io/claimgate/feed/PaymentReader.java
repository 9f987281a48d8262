package io.claimgate.feed;

import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of kind payments. */
final class PaymentReader implements RowReader {

    static final List<String> FIELDS = List.of(
            CreditorCell.FIELD,
            "paymentId",
            "date",
            "amount",
            "currency",
            "buyerId",
            "invoiceNumber",
            "reference",
            "means",
            "reversalOf");

    private final Cells cells;
    private final CreditorCell creditor;
    private final Cell id;
    private final Cell date;
    private final Cell amount;
    private final Cell currency;
    private final Cell buyer;
    private final Cell invoice;
    private final Cell reference;
    private final Cell means;
    private final Cell reversalOf;
    private final RowHash hash = new RowHash();

    PaymentReader(ErpSource source, Feed feed, List<String> header) {
        cells = new Cells(feed, header, FIELDS);
        creditor = new CreditorCell(source.creditor(), cells);
        id = cells.needed("paymentId");
        date = cells.needed("date");
        amount = cells.needed("amount");
        currency = cells.needed("currency");
        buyer = cells.needed("buyerId");
        invoice = cells.of("invoiceNumber");
        reference = cells.of("reference");
        means = cells.of("means");
        reversalOf = cells.of("reversalOf");
    }

    @Override
    public List<String> missingColumns() {
        return cells.missing();
    }

    @Override
    public @Nullable Row read(long line, String[] row, RowFaults faults) {
        String whose = creditor.read(row, faults);
        String paymentId = id.required(row, 80, faults);
        LocalDate paidOn = date.requiredDate(row, faults);
        String money = Cells.requiredCurrency(currency, row, faults);
        int decimals = money == null ? 4 : Currencies.minorUnits(money);
        BigDecimal paid = amount.amount(row, decimals, faults);
        if (paid == null && !amount.given(row)) {
            amount.missing(faults);
        }
        String buyerRef = buyer.required(row, 60, faults);
        String invoiceNumber = invoice.text(row, 60, faults);
        String text = reference.text(row, 140, faults);
        String by = means.text(row, 10, faults);
        String bounced = reversalOf.text(row, 80, faults);
        if (whose == null
                || paymentId == null
                || paidOn == null
                || money == null
                || paid == null
                || buyerRef == null
                || faults.rejected()) {
            return null;
        }
        UUID rowHash = hash.add(paidOn)
                .add(paid)
                .add(money)
                .add(buyerRef)
                .add(invoiceNumber)
                .add(text)
                .add(by)
                .add(bounced)
                .take();
        return new PaymentRow(
                line, whose, paymentId, paidOn, paid, money, buyerRef, invoiceNumber, text, by, bounced, rowHash);
    }
}
