package io.claimgate.deadline.reason;

import io.claimgate.policy.Anchor;
import io.claimgate.policy.DeadlineKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values one after another; what has parts is announced by a letter. */
final class ValuesOut {

    static final String NONE = "-";

    private final StringBuilder line = new StringBuilder();

    String line() {
        return line.toString();
    }

    ValuesOut text(String value) {
        String safe = value.replace("\\", "\\\\").replace("|", "\\b");
        return raw(safe.equals(NONE) ? "\\-" : safe);
    }

    ValuesOut number(long value) {
        return raw(Long.toString(value));
    }

    ValuesOut flag(boolean value) {
        return raw(value ? "y" : "n");
    }

    ValuesOut kind(DeadlineKind value) {
        return raw(value.name());
    }

    ValuesOut day(@Nullable LocalDate value) {
        return raw(value == null ? NONE : value.toString());
    }

    ValuesOut texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    ValuesOut close(Close close) {
        if (close.ground() instanceof Ground.Overlaid overlay) {
            raw("O").text(overlay.id()).text(overlay.source()).day(overlay.dated());
        } else {
            raw(close.ground() == null ? NONE : "C");
        }
        return derivation(close.how());
    }

    ValuesOut derivation(@Nullable Derivation derivation) {
        if (derivation instanceof Derivation.Step step) {
            return step(step);
        }
        if (derivation instanceof Derivation.Choice choice) {
            raw(choice.earliest() ? "E" : "L").number(choice.terms().size());
            choice.terms().forEach(this::derivation);
            return this;
        }
        return raw(NONE);
    }

    private ValuesOut step(Derivation.Step step) {
        Anchor anchor = step.anchor();
        raw(step.because() == null ? "S" : "B").raw(anchor.text());
        if (step.because() == null) {
            day(step.fact());
        } else {
            close(step.because());
        }
        return raw(step.period().toString()).number(step.cutoff());
    }

    private ValuesOut raw(String value) {
        line.append(line.isEmpty() ? "" : "|").append(value);
        return this;
    }
}
