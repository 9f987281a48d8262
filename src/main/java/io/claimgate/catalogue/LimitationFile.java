package io.claimgate.catalogue;

import io.claimgate.policy.Limitation;
import io.claimgate.policy.Limitations;
import io.claimgate.problem.Problem;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code mappings/limitation.yaml}: the laws of limitation by country, each with its source (deadlines.md 14). */
public final class LimitationFile {

    public static final String PATH = "mappings/limitation.yaml";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private LimitationFile() {}

    public record Result(Limitations limitations, List<Problem> problems) {}

    /** @param text null: there is no such file, and nothing is warned of */
    public static Result read(@Nullable String text) {
        List<Problem> problems = new ArrayList<>();
        Section file = text == null ? null : Section.read(PATH, text, problems);
        if (file == null) {
            return new Result(Limitations.NONE, List.copyOf(problems));
        }
        Period warnBefore = file.requiredValue("warnBefore", LimitationFile::period);
        List<Limitation> laws = file.sections("laws").stream()
                .map(LimitationFile::law)
                .filter(Objects::nonNull)
                .toList();
        file.noOther();
        return new Result(new Limitations(warnBefore == null ? Period.ZERO : warnBefore, laws), List.copyOf(problems));
    }

    private static @Nullable Limitation law(Section section) {
        String country = section.requiredValue("country", LimitationFile::country);
        Limitation.From from = section.requiredWord("from", Limitation.From.class);
        Period period = section.requiredValue("period", LimitationFile::period);
        String source = section.requiredText("source");
        section.noOther();
        return country == null || from == null || period == null || source == null
                ? null
                : new Limitation(country, from, period, source);
    }

    private static String country(String text) {
        if (!COUNTRIES.contains(text)) {
            throw new IllegalArgumentException("not a country of ISO 3166-1 such as FR");
        }
        return text;
    }

    private static Period period(String text) {
        Period period = Period.parse(text);
        if (period.isNegative()) {
            throw new IllegalArgumentException("must not be below zero");
        }
        return period;
    }
}
