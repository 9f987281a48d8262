package io.claimgate.insurer.inbound;

import io.claimgate.exchange.InsurerProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which credentials are known, and whose they are. Names and passwords are looked up at each call, because a setting may come later. */
public final class Partners {

    private static final Pattern SETTING = Pattern.compile("\\{\\{([A-Za-z0-9._-]+)}}");

    private final List<InsurerProfile> insurers;
    private final Function<String, @Nullable String> settings;

    /** @param settings a setting's value by its key; null where it is not set */
    public Partners(List<InsurerProfile> insurers, Function<String, @Nullable String> settings) {
        this.insurers = List.copyOf(insurers);
        this.settings = settings;
    }

    /** Who has this name, and by which password it proves it. */
    record Known(String insurer, String password) {}

    /** Empty for a name that nobody has, or that two have: then it proves nothing. */
    Optional<Known> named(String username) {
        List<Known> known = insurers.stream()
                .filter(insurer -> username.equals(value(insurer.inbound().username())))
                .flatMap(insurer -> Optional.ofNullable(value(insurer.inbound().password()))
                        .map(password -> new Known(insurer.insurer(), password))
                        .stream())
                .toList();
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    /** Whose certificate that is, by its SHA-256; empty if it is nobody's, or two have it. */
    Optional<String> holder(String sha256) {
        List<String> holders = insurers.stream()
                .filter(insurer -> insurer.inbound().certificates().contains(sha256))
                .map(InsurerProfile::insurer)
                .toList();
        return holders.size() == 1 ? Optional.of(holders.get(0)) : Optional.empty();
    }

    private @Nullable String value(@Nullable String template) {
        Matcher setting = template == null ? null : SETTING.matcher(template);
        String value = setting != null && setting.matches() ? settings.apply(setting.group(1)) : template;
        return value == null || value.isEmpty() ? null : value;
    }
}
