package io.claimgate.feed;

import io.claimgate.money.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of kind buyers. */
final class BuyerReader implements RowReader {

    static final List<String> FIELDS = Stream.concat(
                    Stream.of(
                            CreditorCell.FIELD,
                            "insurerBuyerId",
                            "limitAmount",
                            "limitCurrency",
                            "limitType",
                            "limitFrom",
                            "limitTo",
                            "limitDecisionId"),
                    PartyReader.FIELDS.stream())
            .toList();

    private static final String NAMED = "NAMED";

    private final Cells cells;
    private final CreditorCell creditor;
    private final PartyReader party;
    private final Cell insurerBuyerId;
    private final Cell limitAmount;
    private final Cell limitCurrency;
    private final Cell limitType;
    private final Cell limitFrom;
    private final Cell limitTo;
    private final Cell limitDecisionId;
    private final RowHash hash = new RowHash();

    BuyerReader(ErpSource source, Feed feed, List<String> header) {
        cells = new Cells(feed, header, FIELDS);
        creditor = new CreditorCell(source.creditor(), cells);
        party = new PartyReader(cells);
        insurerBuyerId = cells.of("insurerBuyerId");
        limitAmount = cells.of("limitAmount");
        limitCurrency = cells.of("limitCurrency");
        limitType = cells.of("limitType");
        limitFrom = cells.of("limitFrom");
        limitTo = cells.of("limitTo");
        limitDecisionId = cells.of("limitDecisionId");
    }

    @Override
    public List<String> missingColumns() {
        return cells.missing();
    }

    @Override
    public @Nullable Row read(long line, String[] row, RowFaults faults) {
        String whose = creditor.read(row, faults);
        String atInsurer = insurerBuyerId.text(row, 60, faults);
        String money = Cells.currency(limitCurrency, row, faults);
        BigDecimal amount = limitAmount.positive(row, money == null ? 4 : Currencies.minorUnits(money), faults);
        String type = type(row, amount != null, faults);
        LocalDate from = limitFrom.date(row, faults);
        LocalDate to = limitTo.date(row, faults);
        String decision = limitDecisionId.text(row, 60, faults);
        if (type != null && !limitFrom.given(row)) {
            limitFrom.missing(faults);
        }
        if (amount != null && !limitCurrency.given(row)) {
            limitCurrency.missing(faults);
        }
        Party buyer = party.read(row, faults);
        if (whose == null || buyer == null || faults.rejected()) {
            return null;
        }
        UUID rowHash = hash.add(type)
                .add(amount)
                .add(money)
                .add(from)
                .add(to)
                .add(decision)
                .add(atInsurer)
                .add(buyer.name())
                .add(buyer.country())
                .add(buyer.registrationScheme())
                .add(buyer.registration())
                .add(buyer.vat())
                .add(buyer.street())
                .add(buyer.postCode())
                .add(buyer.city())
                .add(buyer.email())
                .add(buyer.language())
                .take();
        return new BuyerRow(line, whose, buyer, atInsurer, type, amount, money, from, to, decision, rowHash);
    }

    private @Nullable String type(String[] row, boolean amountGiven, RowFaults faults) {
        String given = limitType.text(row, 60, faults);
        if (given != null && !Codes.LIMIT_TYPES.contains(given)) {
            limitType.unknown(given, "NAMED, DISCRETIONARY, BLIND, NONE", faults);
        }
        return given == null && amountGiven ? NAMED : given;
    }
}
