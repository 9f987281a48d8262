package io.claimgate.feed;

import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One canonical field, compiled against one header: where its value stands and what must hold for it. */
final class Cell {

    private static final int ABSENT = -1;
    private static final int MOST_INTEGER_DIGITS = 16;
    private static final String AGAIN = "; correct the row and drop it again";

    private final String field;
    private final int index;
    private final @Nullable String constant;
    private final Map<String, String> map;
    private final boolean trim;
    private final @Nullable RoundingMode round;
    private final DateRule dates;
    private final AmountRule amounts;

    Cell(FieldSource source, int index, DateRule dates, AmountRule amounts) {
        this.field = source.field();
        this.index = index;
        this.constant = source.constant();
        this.map = source.map();
        this.trim = source.trim();
        this.round = source.round();
        this.dates = dates;
        this.amounts = amounts;
    }

    /** A field that the feed does not carry. */
    static Cell absent(String field, DateRule dates, AmountRule amounts) {
        return new Cell(FieldSource.column(field, field), ABSENT, dates, amounts);
    }

    String field() {
        return field;
    }

    /** The value in canonical words, or null where there is none or where it was refused. */
    @Nullable
    String text(String[] row, int longest, RowFaults faults) {
        String given = raw(row);
        if (given == null) {
            return null;
        }
        String value = given;
        if (!map.isEmpty()) {
            String mapped = map.get(given);
            if (mapped == null) {
                faults.reject(
                        field,
                        ProblemCode.ERP_106,
                        "not in the mapping's table; correct the row or map the value",
                        given);
                return null;
            }
            value = mapped;
        }
        if (value.length() > longest) {
            faults.reject(
                    field,
                    ProblemCode.ERP_102,
                    value.length() + " characters, at most " + longest + " are allowed" + AGAIN,
                    given);
            return null;
        }
        if (!storable(value)) {
            faults.reject(field, ProblemCode.ERP_113, "holds a character that no text can hold" + AGAIN, given);
            return null;
        }
        return value;
    }

    @Nullable
    String required(String[] row, int longest, RowFaults faults) {
        if (raw(row) == null) {
            missing(faults);
            return null;
        }
        return text(row, longest, faults);
    }

    @Nullable
    LocalDate date(String[] row, RowFaults faults) {
        String given = raw(row);
        if (given == null) {
            return null;
        }
        LocalDate date = dates.read(given);
        if (date == null) {
            faults.reject(field, ProblemCode.ERP_104, "not a date in " + dates.pattern() + AGAIN, given);
        }
        return date;
    }

    @Nullable
    LocalDate requiredDate(String[] row, RowFaults faults) {
        if (raw(row) == null) {
            missing(faults);
            return null;
        }
        return date(row, faults);
    }

    /** The amount with exactly {@code decimals} decimals. */
    @Nullable
    BigDecimal amount(String[] row, int decimals, RowFaults faults) {
        String given = raw(row);
        if (given == null) {
            return null;
        }
        BigDecimal amount = amounts.read(given);
        if (amount == null) {
            faults.reject(field, ProblemCode.ERP_103, "not an amount in the feed's number format" + AGAIN, given);
            return null;
        }
        if (amount.scale() > decimals
                && round == null
                && amount.stripTrailingZeros().scale() > decimals) {
            faults.reject(
                    field, ProblemCode.ERP_105, "more than the currency's " + decimals + " decimals" + AGAIN, given);
            return null;
        }
        BigDecimal exact = amount.scale() == decimals
                ? amount
                : amount.setScale(decimals, round == null ? RoundingMode.UNNECESSARY : round);
        if (exact.precision() - exact.scale() > MOST_INTEGER_DIGITS) {
            faults.reject(
                    field,
                    ProblemCode.ERP_110,
                    "more than " + MOST_INTEGER_DIGITS + " digits before the decimals" + AGAIN,
                    given);
            return null;
        }
        return exact;
    }

    /** An amount that cannot be below zero. */
    @Nullable
    BigDecimal positive(String[] row, int decimals, RowFaults faults) {
        BigDecimal amount = amount(row, decimals, faults);
        if (amount != null && amount.signum() < 0) {
            faults.reject(field, ProblemCode.ERP_110, "below zero; a reduction is a credit note (381)", raw(row));
            return null;
        }
        return amount;
    }

    boolean given(String[] row) {
        return raw(row) != null;
    }

    void missing(RowFaults faults) {
        faults.reject(field, ProblemCode.ERP_101, "is required and empty" + AGAIN, null);
    }

    void unknown(String given, String list, RowFaults faults) {
        faults.reject(field, ProblemCode.ERP_106, "not in " + list + "; correct the row or map the value", given);
    }

    private @Nullable String raw(String[] row) {
        String given = index == ABSENT ? constant : row[index];
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (trim) {
            given = given.strip();
        }
        return given.isBlank() ? null : given;
    }

    /** No NUL (PostgreSQL has no text with it) and no half of a surrogate pair. */
    private static boolean storable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
