package io.claimgate.deadline.words;

import io.claimgate.policy.DeadlineKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that languages make in the same way. */
final class Names {

    private Names() {}

    /** Countries by their names; a region by its code behind it, {@code Germany (BY)}. */
    static String countries(List<String> codes, Locale language) {
        return codes.stream().map(code -> country(code, language)).collect(Collectors.joining(", "));
    }

    /** A clock that a policy named itself, {@code vat-notice} as {@code Vat notice}. */
    static String own(DeadlineKind kind) {
        return capital(kind.name().replace('-', ' '));
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The parts of a period that are something, {@code 1 year, 1 month and 10 days}. */
    static String joined(String and, String... parts) {
        List<String> some = Stream.of(parts).filter(part -> !part.isEmpty()).toList();
        int last = some.size() - 1;
        return last < 1 ? String.join("", some) : String.join(", ", some.subList(0, last)) + and + some.get(last);
    }

    private static String country(String code, Locale language) {
        String[] parts = code.split("-", 2);
        String name = new Locale("", parts[0]).getDisplayCountry(language);
        return parts.length == 1 ? name : name + " (" + parts[1].toUpperCase(Locale.ROOT) + ")";
    }
}
