package io.claimgate.operations.scenario;

import io.claimgate.money.Currencies;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the values of a scenario and collects what is wrong with them; what is wrong is answered with a harmless value. */
final class Told {

    private static final String NOTHING = "give it; see /v3/api-docs";

    final List<Problem> problems = new ArrayList<>();

    /** A value that must be there. */
    <T> T needed(@Nullable T value, String place, T harmless) {
        if (value == null || value.toString().isBlank()) {
            fault(place, null, NOTHING);
            return harmless;
        }
        return value;
    }

    String currency(@Nullable String value, String place, String otherwise) {
        if (value != null && !Currencies.known(value)) {
            fault(place, value, "not an ISO 4217 currency; write for example EUR");
            return otherwise;
        }
        return Objects.requireNonNullElse(value, otherwise);
    }

    /** An amount that the currency can have. */
    BigDecimal amount(@Nullable BigDecimal value, String place, String currency) {
        BigDecimal amount = needed(value, place, BigDecimal.ZERO);
        int decimals = Currencies.minorUnits(currency);
        if (amount.stripTrailingZeros().scale() > decimals || amount.precision() - amount.scale() > 18) {
            fault(
                    place,
                    amount.toString(),
                    "write at most " + decimals + " decimals, as " + currency + " has them, and 18 digits before them");
            return BigDecimal.ZERO;
        }
        return amount.setScale(decimals);
    }

    BigDecimal amountOrZero(@Nullable BigDecimal value, String place, String currency) {
        return value == null ? BigDecimal.ZERO : amount(value, place, currency);
    }

    BigDecimal positive(@Nullable BigDecimal value, String place, String currency) {
        BigDecimal amount = amount(value, place, currency);
        if (value != null && amount.signum() < 0) {
            fault(place, value.toString(), "write it without a sign");
        }
        return amount.abs();
    }

    <E extends Enum<E>> @Nullable E word(@Nullable String value, String place, Class<E> words) {
        String word = needed(value, place, "");
        if (word.isEmpty()) {
            return null;
        }
        for (E each : words.getEnumConstants()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        fault(place, word, "is none of " + List.of(words.getEnumConstants()));
        return null;
    }

    void fault(String place, @Nullable String value, String detail) {
        problems.add(new Problem(ProblemCode.OPS_005, place, value, detail));
    }
}
