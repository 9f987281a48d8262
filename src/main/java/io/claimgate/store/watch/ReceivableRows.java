package io.claimgate.store.watch;

import io.claimgate.money.Currencies;
import io.claimgate.receivable.ReceivableFacts;
import io.claimgate.receivable.ReceivableState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The receivables of one exposure, of which there may be 100,000: columns by their number, as looking up names costs more than the row. */
final class ReceivableRows implements RowCallbackHandler {

    static final String QUERY = """
            select id, source, invoice_number, instalment, type, issue_date, original_due_date, extended_due_date, delivery_date,
              currency, gross_amount, net_amount, disputed_amount, preceding_invoice, absent, state, insurer_open, claim_key
            from receivable where exposure_id = ?""";

    private static final int ID = 1;
    private static final int SOURCE = 2;
    private static final int INVOICE = 3;
    private static final int INSTALMENT = 4;
    private static final int TYPE = 5;
    private static final int ISSUED = 6;
    private static final int FIRST_DUE = 7;
    private static final int EXTENDED = 8;
    private static final int DELIVERED = 9;
    private static final int CURRENCY = 10;
    private static final int GROSS = 11;
    private static final int NET = 12;
    private static final int DISPUTED = 13;
    private static final int PRECEDING = 14;
    private static final int ABSENT = 15;
    private static final int STATE = 16;
    private static final int INSURER_OPEN = 17;
    private static final int CLAIM = 18;

    private final List<ReceivableFacts> receivables = new ArrayList<>();
    private final Set<String> sources = new HashSet<>();
    /** Equal days, words and disputed amounts (none, mostly) once: the rows of an exposure share a few hundred. */
    private final Map<Object, Object> shared = new HashMap<>();

    List<ReceivableFacts> receivables() {
        return receivables;
    }

    /** Where they come from. */
    Set<String> sources() {
        return sources;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        sources.add(word(row, SOURCE));
        receivables.add(facts(row));
    }

    private ReceivableFacts facts(ResultSet row) throws SQLException {
        String currency = word(row, CURRENCY);
        int units = Currencies.minorUnits(currency);
        BigDecimal gross = amount(row.getBigDecimal(GROSS), units);
        return new ReceivableFacts(
                row.getLong(ID),
                row.getString(INVOICE),
                row.getInt(INSTALMENT),
                word(row, TYPE),
                Objects.requireNonNull(date(row, ISSUED)),
                date(row, FIRST_DUE),
                date(row, EXTENDED),
                date(row, DELIVERED),
                currency,
                gross,
                amountOrNull(row.getBigDecimal(NET), units),
                once(amount(row.getBigDecimal(DISPUTED), units)),
                row.getString(PRECEDING),
                row.getBoolean(ABSENT),
                stored(row, gross));
    }

    private static ReceivableFacts.Stored stored(ResultSet row, BigDecimal gross) throws SQLException {
        BigDecimal outstanding = row.getBigDecimal(INSURER_OPEN);
        return new ReceivableFacts.Stored(
                ReceivableState.valueOf(row.getString(STATE)),
                outstanding == null ? null : same(outstanding, gross),
                row.getString(CLAIM) != null);
    }

    private String word(ResultSet row, int column) throws SQLException {
        return once(row.getString(column));
    }

    private @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? null : once(day);
    }

    @SuppressWarnings("unchecked")
    private <T> T once(T value) {
        T first = (T) shared.putIfAbsent(value, value);
        return first == null ? value : first;
    }

    /** Most are unpaid, and none is kept in memory twice. */
    private static BigDecimal same(BigDecimal amount, BigDecimal gross) {
        return amount.compareTo(gross) == 0 ? gross : amount;
    }

    private static BigDecimal amount(BigDecimal stored, int units) {
        return stored.setScale(units, RoundingMode.UNNECESSARY);
    }

    private static @Nullable BigDecimal amountOrNull(@Nullable BigDecimal stored, int units) {
        return stored == null ? null : amount(stored, units);
    }
}
