package io.claimgate.deadline.words;

import io.claimgate.deadline.reason.Reason;
import io.claimgate.policy.DeadlineKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that dates explain themselves in. Another one is a {@link Wording} and a line here. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English", new English()),
    FRENCH(Locale.FRENCH, "Français", new French());

    private final Locale locale;
    private final String ownName;
    private final Wording wording;

    Language(Locale locale, String ownName, Wording wording) {
        this.locale = locale;
        this.ownName = ownName;
        this.wording = wording;
    }

    /** The language of a tag: {@code fr} and {@code fr-BE} are French. */
    public static Optional<Language> of(String tag) {
        String wanted = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(wanted))
                .findFirst();
    }

    /** ISO 639-1, {@code fr}. */
    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** Why a date, for people who know the trade but no program. */
    public String explain(Reason reason) {
        return new Telling(wording).of(reason);
    }

    /** What a clock is called. */
    public String kind(DeadlineKind kind) {
        return wording.kind(kind);
    }

    /** A day with the day of the week. */
    public String day(LocalDate day) {
        return wording.day(day);
    }
}
