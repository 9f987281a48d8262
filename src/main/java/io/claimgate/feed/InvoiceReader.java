package io.claimgate.feed;

import io.claimgate.money.Currencies;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of kind invoices. */
final class InvoiceReader implements RowReader {

    static final List<String> FIELDS = Stream.concat(
                    Stream.of(
                            CreditorCell.FIELD,
                            "invoiceNumber",
                            "issueDate",
                            "currency",
                            "grossAmount",
                            "dueDate",
                            "instalment",
                            "type",
                            "netAmount",
                            "openAmount",
                            "disputedAmount",
                            "deliveryDate",
                            "extendedDueDate",
                            "orderNumber",
                            "deliveryNote",
                            "paymentReference",
                            "goods",
                            "precedingInvoice",
                            "policy"),
                    PartyReader.FIELDS.stream())
            .toList();

    private static final int HIGHEST_INSTALMENT = 9999;

    private final Cells cells;
    private final CreditorCell creditor;
    private final Cell number;
    private final Cell instalment;
    private final Cell type;
    private final Cell issueDate;
    private final Cell dueDate;
    private final Cell extendedDueDate;
    private final Cell deliveryDate;
    private final Cell currency;
    private final Cell gross;
    private final Cell net;
    private final Cell open;
    private final Cell disputed;
    private final Cell orderNumber;
    private final Cell deliveryNote;
    private final Cell paymentReference;
    private final Cell goods;
    private final Cell preceding;
    private final Cell policy;
    private final PartyReader party;
    private final @Nullable Period defaultTerms;
    private final LocalDate today;
    private final RowHash hash = new RowHash();
    private @Nullable String lastInvoice;

    InvoiceReader(ErpSource source, Feed feed, List<String> header, LocalDate today) {
        cells = new Cells(feed, header, FIELDS);
        creditor = new CreditorCell(source.creditor(), cells);
        number = cells.needed("invoiceNumber");
        instalment = cells.of("instalment");
        type = cells.of("type");
        issueDate = cells.needed("issueDate");
        dueDate = cells.of("dueDate");
        extendedDueDate = cells.of("extendedDueDate");
        deliveryDate = cells.of("deliveryDate");
        currency = cells.needed("currency");
        gross = cells.needed("grossAmount");
        net = cells.of("netAmount");
        open = cells.of("openAmount");
        disputed = cells.of("disputedAmount");
        orderNumber = cells.of("orderNumber");
        deliveryNote = cells.of("deliveryNote");
        paymentReference = cells.of("paymentReference");
        goods = cells.of("goods");
        preceding = cells.of("precedingInvoice");
        policy = cells.of("policy");
        party = new PartyReader(cells);
        defaultTerms = source.defaultTerms();
        this.today = today;
    }

    @Override
    public List<String> missingColumns() {
        return cells.missing();
    }

    @Override
    public @Nullable Row read(long line, String[] row, RowFaults faults) {
        String whose = creditor.read(row, faults);
        String invoiceNumber = number.required(row, 60, faults);
        lastInvoice = invoiceNumber;
        int part = instalment(row, faults);
        String kind = type(row, faults);
        LocalDate issued = issueDate.requiredDate(row, faults);
        LocalDate due = due(row, kind, issued, faults);
        LocalDate extended = extendedDueDate.date(row, faults);
        LocalDate delivered = deliveryDate.date(row, faults);
        String money = currency(row, faults);
        // Without a currency the amounts are still looked at, so that the row is refused with everything that is wrong
        // with it.
        int decimals = money == null ? 4 : Currencies.minorUnits(money);
        boolean credit = Codes.CREDIT_NOTE.equals(kind);
        BigDecimal grossAmount = amount(gross, row, decimals, credit, faults);
        if (grossAmount == null && !gross.given(row)) {
            gross.missing(faults);
        }
        BigDecimal netAmount = amount(net, row, decimals, credit, faults);
        BigDecimal openAmount = amount(open, row, decimals, credit, faults);
        BigDecimal disputedAmount = disputed.positive(row, decimals, faults);
        String order = orderNumber.text(row, 60, faults);
        String note = deliveryNote.text(row, 60, faults);
        String reference = paymentReference.text(row, 140, faults);
        String what = goods.text(row, 255, faults);
        String corrects = preceding.text(row, 60, faults);
        String named = policy.text(row, 60, faults);
        Party buyer = party.read(row, faults);
        if (whose == null
                || invoiceNumber == null
                || issued == null
                || money == null
                || grossAmount == null
                || buyer == null
                || faults.rejected()) {
            return null;
        }
        warn(issued, due, faults);
        BigDecimal stillOpen = openAmount == null ? grossAmount : openAmount;
        BigDecimal inDispute = disputedAmount == null ? BigDecimal.ZERO.setScale(decimals) : disputedAmount;
        UUID rowHash = hash.add(kind)
                .add(issued)
                .add(due)
                .add(extended)
                .add(delivered)
                .add(money)
                .add(grossAmount)
                .add(netAmount)
                .add(stillOpen)
                .add(inDispute)
                .add(order)
                .add(note)
                .add(reference)
                .add(what)
                .add(corrects)
                .add(buyer.ref())
                .add(named)
                .take();
        return new InvoiceRow(
                line,
                whose,
                invoiceNumber,
                part,
                kind,
                issued,
                due,
                extended,
                delivered,
                money,
                grossAmount,
                netAmount,
                stillOpen,
                inDispute,
                order,
                note,
                reference,
                what,
                corrects,
                buyer,
                named,
                rowHash);
    }

    @Override
    public Optional<String> lastInvoice() {
        return Optional.ofNullable(lastInvoice);
    }

    private int instalment(String[] row, RowFaults faults) {
        String given = instalment.text(row, 60, faults);
        if (given == null) {
            return 1;
        }
        if (given.matches("[0-9]{1,4}")) {
            int value = Integer.parseInt(given);
            if (value >= 1) {
                return value;
            }
        }
        faults.reject(
                instalment.field(),
                ProblemCode.ERP_103,
                "not a number from 1 to " + HIGHEST_INSTALMENT + "; correct the row and drop it again",
                given);
        return 1;
    }

    private String type(String[] row, RowFaults faults) {
        String given = type.text(row, 60, faults);
        if (given != null && !Codes.INVOICE_TYPES.contains(given)) {
            type.unknown(given, "UNTDID 1001 (84, 380, 381, 383, 384, 386, 389, 393)", faults);
        }
        return given == null ? Codes.INVOICE : given;
    }

    private @Nullable LocalDate due(String[] row, String kind, @Nullable LocalDate issued, RowFaults faults) {
        if (kind.equals(Codes.CREDIT_NOTE)) {
            return null;
        }
        if (dueDate.given(row)) {
            return dueDate.date(row, faults);
        }
        if (defaultTerms == null) {
            dueDate.missing(faults);
            return null;
        }
        return issued == null ? null : issued.plus(defaultTerms);
    }

    private @Nullable String currency(String[] row, RowFaults faults) {
        if (!currency.given(row)) {
            currency.missing(faults);
            return null;
        }
        return Cells.currency(currency, row, faults);
    }

    /** A credit note's sign does not matter (some ERPs write it with minus); nothing else may be below zero. */
    private static @Nullable BigDecimal amount(
            Cell cell, String[] row, int decimals, boolean credit, RowFaults faults) {
        if (!credit) {
            return cell.positive(row, decimals, faults);
        }
        BigDecimal amount = cell.amount(row, decimals, faults);
        return amount == null ? null : amount.abs();
    }

    private void warn(LocalDate issued, @Nullable LocalDate due, RowFaults faults) {
        if (issued.isAfter(today)) {
            faults.warn(
                    issueDate.field(),
                    ProblemCode.ERP_201,
                    "lies after today, " + today + "; taken, check the export",
                    issued.toString());
        }
        if (due != null && due.isBefore(issued)) {
            faults.warn(
                    dueDate.field(),
                    ProblemCode.ERP_202,
                    "lies before the issue date " + issued + "; taken, check the export",
                    due.toString());
        }
    }
}
