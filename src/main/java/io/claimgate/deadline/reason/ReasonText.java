package io.claimgate.deadline.reason;

import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reason as one line of text for the database: values in a fixed order, separated by bars. It starts with the number of its form, so
 * that another form may follow; who cannot read one shows the English text that is stored beside it.
 */
public final class ReasonText {

    private static final String FORM = "1";

    private ReasonText() {}

    public static String write(Reason reason) {
        ValuesOut out = new ValuesOut();
        out.text(FORM).kind(reason.kind()).text(reason.policy()).number(reason.version());
        out.close(reason.close()).flag(reason.provisional()).day(reason.rolled());
        out.day(reason.safe()).number(reason.lead()).texts(reason.calendars());
        out.derivation(reason.opens()).derivation(reason.target());
        out.day(reason.acts()).text(reason.governing());
        return out.line();
    }

    /** Empty for nothing, for a form of another time, and for text that is none of ours. */
    public static Optional<Reason> read(@Nullable String line) {
        if (line == null) {
            return Optional.empty();
        }
        try {
            ValuesIn in = new ValuesIn(line);
            return FORM.equals(in.text()) ? Optional.of(reason(in)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException foreign) {
            return Optional.empty();
        }
    }

    private static Reason reason(ValuesIn in) {
        return new Reason(
                in.kind(),
                in.text(),
                in.number(),
                in.close(),
                in.flag(),
                in.dayOrNull(),
                in.dayOrNull(),
                in.number(),
                in.texts(),
                in.derivationOrNull(),
                in.derivationOrNull(),
                in.dayOrNull(),
                in.text());
    }
}
