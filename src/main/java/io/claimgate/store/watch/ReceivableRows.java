package io.claimgate.store.watch;

import io.claimgate.flow.watch.ExposureRow;
import io.claimgate.money.Currencies;
import io.claimgate.receivable.PaymentsMode;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.receivable.ReceivableState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The receivables of one exposure, of which there may be 100,000: columns by their number, as looking up names costs more than the row; and
 * what is usual is null, as a column that says the same in every row costs as much as one that tells something.
 */
final class ReceivableRows implements RowCallbackHandler {

    /** @see #parameters */
    static final String QUERY = """
            select id, invoice_number, nullif(instalment, 1), nullif(type, :type), issue_date, original_due_date, extended_due_date,
              delivery_date, nullif(currency, :currency), gross_amount, net_amount, nullif(disputed_amount, 0), preceding_invoice,
              case when absent then true end, state, nullif(insurer_open, gross_amount), case when insurer_open is null then true end,
              case when claim_key is not null then true end, case when source in (:implied) then true end
            from receivable where exposure_id = :exposure""";

    private static final int ID = 1;
    private static final int INVOICE = 2;
    private static final int INSTALMENT = 3;
    private static final int TYPE = 4;
    private static final int ISSUED = 5;
    private static final int FIRST_DUE = 6;
    private static final int EXTENDED = 7;
    private static final int DELIVERED = 8;
    private static final int CURRENCY = 9;
    private static final int GROSS = 10;
    private static final int NET = 11;
    private static final int DISPUTED = 12;
    private static final int PRECEDING = 13;
    private static final int ABSENT = 14;
    private static final int STATE = 15;
    private static final int INSURER_OPEN = 16;
    private static final int NEVER_COMPUTED = 17;
    private static final int CLAIMED = 18;
    private static final int IMPLIED = 19;

    private static final String COMMERCIAL_INVOICE = "380";

    private final String currency;
    private final List<ReceivableFacts> receivables = new ArrayList<>();
    /** Equal days once: the rows of an exposure share a few hundred. */
    private final Map<LocalDate, LocalDate> days = new HashMap<>();

    private PaymentsMode mode = PaymentsMode.EXPLICIT;

    /** @param currency in which most are */
    ReceivableRows(String currency) {
        this.currency = currency;
    }

    /** @param implied sources that tell of money by open amounts */
    Map<String, Object> parameters(ExposureRow exposure, Set<String> implied) {
        // No source is called so, and SQL has no empty list.
        return Map.of(
                "exposure",
                exposure.id(),
                "type",
                COMMERCIAL_INVOICE,
                "currency",
                currency,
                "implied",
                implied.isEmpty() ? Set.of("") : implied);
    }

    List<ReceivableFacts> receivables() {
        return receivables;
    }

    /** How their sources tell of money: implied where any of them does. */
    PaymentsMode mode() {
        return mode;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        mode = row.getBoolean(IMPLIED) ? PaymentsMode.IMPLIED : mode;
        receivables.add(facts(row));
    }

    private ReceivableFacts facts(ResultSet row) throws SQLException {
        String owedIn = or(row.getString(CURRENCY), currency);
        int units = Currencies.minorUnits(owedIn);
        BigDecimal gross = amount(row.getBigDecimal(GROSS), units);
        BigDecimal disputed = row.getBigDecimal(DISPUTED);
        int instalment = row.getInt(INSTALMENT);
        instalment = row.wasNull() ? 1 : instalment;
        return new ReceivableFacts(
                row.getLong(ID),
                row.getString(INVOICE),
                instalment,
                or(row.getString(TYPE), COMMERCIAL_INVOICE),
                Objects.requireNonNull(date(row, ISSUED)),
                date(row, FIRST_DUE),
                date(row, EXTENDED),
                date(row, DELIVERED),
                owedIn,
                gross,
                amountOrNull(row.getBigDecimal(NET), units),
                amount(disputed == null ? BigDecimal.ZERO : disputed, units),
                row.getString(PRECEDING),
                row.getBoolean(ABSENT),
                stored(row, gross));
    }

    private static ReceivableFacts.Stored stored(ResultSet row, BigDecimal gross) throws SQLException {
        BigDecimal outstanding = row.getBigDecimal(INSURER_OPEN);
        BigDecimal unpaid = row.getBoolean(NEVER_COMPUTED) ? null : gross;
        return new ReceivableFacts.Stored(
                ReceivableState.valueOf(row.getString(STATE)),
                outstanding == null ? unpaid : outstanding,
                row.getBoolean(CLAIMED));
    }

    private static String or(@Nullable String told, String usual) {
        return told == null ? usual : told;
    }

    private @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        LocalDate first = day == null ? null : days.putIfAbsent(day, day);
        return first == null ? day : first;
    }

    private static BigDecimal amount(BigDecimal stored, int units) {
        return stored.setScale(units, RoundingMode.UNNECESSARY);
    }

    private static @Nullable BigDecimal amountOrNull(@Nullable BigDecimal stored, int units) {
        return stored == null ? null : amount(stored, units);
    }
}
