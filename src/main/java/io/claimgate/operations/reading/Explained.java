package io.claimgate.operations.reading;

import io.claimgate.deadline.reason.Reason;
import io.claimgate.deadline.reason.ReasonText;
import io.claimgate.deadline.words.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a stored date, in a language. */
public final class Explained {

    private Explained() {}

    /**
     * @param english as it was stored
     * @param reason as data; null where none was stored: then the English text is all there is
     */
    public static String in(Language language, String english, @Nullable String reason) {
        if (language == Language.ENGLISH || reason == null) {
            return english;
        }
        Optional<Reason> read = ReasonText.read(reason);
        return read.map(language::explain).orElse(english);
    }
}
