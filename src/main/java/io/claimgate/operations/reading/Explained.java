package io.claimgate.operations.reading;

import io.claimgate.deadline.reason.ReasonText;
import io.claimgate.deadline.words.Language;
import org.jspecify.annotations.Nullable;

/** Why a stored date, in a language. */
public final class Explained {

    private Explained() {}

    /**
     * @param english as it was stored
     * @param reason as data; null where none was stored: then the English text is all there is
     */
    public static String in(Language language, String english, @Nullable String reason) {
        // Lists are long, and what is stored is English already.
        return language == Language.ENGLISH
                ? english
                : ReasonText.read(reason).map(language::explain).orElse(english);
    }
}
