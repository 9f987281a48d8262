package io.claimgate.deadline.reason;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.EndOf;
import io.claimgate.policy.FactAnchor;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValuesOut} wrote; throws IllegalArgument, DateTime or NoSuchElement exceptions for anything else. */
final class ValuesIn {

    private static final String END = "END_OF_";

    private final Iterator<String> values;

    ValuesIn(String line) {
        this.values = Arrays.asList(line.split("\\|", -1)).iterator();
    }

    String text() {
        String value = values.next();
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            char plain = at != '\\' || ++i == value.length() ? at : value.charAt(i) == 'b' ? '|' : value.charAt(i);
            text.append(plain);
        }
        return text.toString();
    }

    int number() {
        return Integer.parseInt(values.next());
    }

    boolean flag() {
        return values.next().equals("y");
    }

    DeadlineKind kind() {
        return new DeadlineKind(values.next());
    }

    @Nullable
    LocalDate dayOrNull() {
        String value = values.next();
        return value.equals(ValuesOut.NONE) ? null : LocalDate.parse(value);
    }

    List<String> texts() {
        return several(this::text);
    }

    Close close() {
        String letter = values.next();
        Ground ground = switch (letter) {
            case ValuesOut.NONE -> null;
            case "C" -> new Ground.Consented();
            case "O" -> new Ground.Overlaid(text(), text(), LocalDate.parse(values.next()));
            default -> throw new IllegalArgumentException("ground " + letter);
        };
        return new Close(derivation(values.next()), ground);
    }

    @Nullable
    Derivation derivationOrNull() {
        String letter = values.next();
        return letter.equals(ValuesOut.NONE) ? null : derivation(letter);
    }

    private Derivation derivation(String letter) {
        return switch (letter) {
            case "S" -> new Derivation.Step(anchor(), dayOrNull(), null, period(), number());
            case "B" -> new Derivation.Step(anchor(), null, close(), period(), number());
            case "E", "L" -> new Derivation.Choice(letter.equals("E"), several(() -> derivation(values.next())));
            default -> throw new IllegalArgumentException("derivation " + letter);
        };
    }

    private Period period() {
        return Period.parse(values.next());
    }

    private Anchor anchor() {
        String name = values.next();
        return name.startsWith(END)
                ? new EndOf(new DeadlineKind(
                        name.substring(END.length()).toLowerCase(Locale.ROOT).replace('_', '-')))
                : FactAnchor.valueOf(name);
    }

    private <T> List<T> several(Supplier<T> one) {
        int count = number();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }
}
