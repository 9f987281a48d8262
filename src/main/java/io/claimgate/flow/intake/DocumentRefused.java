package io.claimgate.flow.intake;

import io.claimgate.feed.Reason;
import io.claimgate.feed.RowFault;
import io.claimgate.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** A document cannot be taken; who sent it is told why. */
public final class DocumentRefused extends RuntimeException {

    private static final long WHOLE = 1;

    private final ProblemCode code;
    private final String field;
    private final String detail;
    private final @Nullable String value;

    /**
     * @param field of the side file or the form; {@code file} where the bytes themselves are meant
     * @param detail what is wrong and how to mend it
     * @param value the value as it was given; null where there is none
     */
    public DocumentRefused(ProblemCode code, String field, String detail, @Nullable String value) {
        super(code.code() + " " + field + (value == null ? "" : " \"" + value + "\"") + ": " + detail);
        this.code = code;
        this.field = field;
        this.detail = detail;
        this.value = value;
    }

    public ProblemCode code() {
        return code;
    }

    /** The sentence for a person, without the code. */
    public String sentence() {
        return String.valueOf(getMessage()).substring(code.code().length() + 1);
    }

    Reason reason() {
        return Reason.of(code, sentence());
    }

    /** As the one line of the rejects of a file that is one thing. */
    RowFault fault() {
        return new RowFault(WHOLE, field, code, detail, value, false);
    }
}
