package io.claimgate.catalogue;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.OutcomeTable;
import io.claimgate.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code mappings/insurers/<insurer>/insurer.yaml}: unknown keys and wrong values are faults, each with its file and line. */
public final class InsurerFiles {

    private static final Pattern HTTP = Pattern.compile("[1-5](\\d\\d|xx)");

    private final Function<String, @Nullable String> settings;

    /** @param settings a setting's value by its key, for {@code {{key}}} in timeouts; null where it is not set */
    public InsurerFiles(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    /** The sound profiles, and every fault of the others. */
    public record Result(List<InsurerProfile> profiles, List<Problem> problems) {}

    /** One file. @param name as it stands in messages, {@code mappings/insurers/sandbox/insurer.yaml} */
    public record Source(String name, String text) {}

    public Result read(List<Source> sources) {
        List<InsurerProfile> profiles = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Source source : sources) {
            List<Problem> own = new ArrayList<>();
            Section file = Section.read(source.name(), source.text(), own);
            InsurerProfile profile = file == null ? null : profile(source, file);
            if (profile != null && own.isEmpty()) {
                profiles.add(profile);
            }
            problems.addAll(own);
        }
        return new Result(List.copyOf(profiles), List.copyOf(problems));
    }

    private @Nullable InsurerProfile profile(Source source, Section file) {
        String insurer = file.requiredText("insurer");
        if (insurer != null && !source.name().endsWith("/" + insurer + "/insurer.yaml")) {
            file.wrong("insurer", "is not the name of its folder; give both the same");
        }
        String channel = file.requiredText("channel");
        if (channel != null && !channel.equals("soap")) {
            file.wrong("channel", "is not a channel that this version has; give soap");
        }
        InsurerProfile.Soap soap = soap(file.requiredSection("soap"));
        InsurerProfile.Timeouts timeouts = timeouts(file.requiredSection("timeouts"));
        Duration settleTime = duration(file, "settleTime");
        Boolean idempotent = flag(file, "idempotentByClaimKey");
        OutcomeTable outcomes = outcomes(file.sections("outcomes"));
        file.noOther();
        return insurer == null || soap == null || timeouts == null || settleTime == null || idempotent == null
                ? null
                : new InsurerProfile(insurer, soap, timeouts, settleTime, idempotent, outcomes);
    }

    private static InsurerProfile.@Nullable Soap soap(@Nullable Section soap) {
        if (soap == null) {
            return null;
        }
        String wsdl = soap.requiredText("wsdl");
        String namespace = soap.requiredText("namespace");
        String service = soap.requiredText("service");
        String port = soap.requiredText("port");
        String address = soap.requiredText("address");
        Section operations = soap.requiredSection("operations");
        soap.noOther();
        if (operations == null) {
            return null;
        }
        String declare = operations.requiredText("declare");
        String query = operations.text("query");
        operations.noOther();
        return wsdl == null
                        || namespace == null
                        || service == null
                        || port == null
                        || address == null
                        || declare == null
                ? null
                : new InsurerProfile.Soap(wsdl, namespace, service, port, address, declare, query);
    }

    private InsurerProfile.@Nullable Timeouts timeouts(@Nullable Section timeouts) {
        if (timeouts == null) {
            return null;
        }
        Duration connect = duration(timeouts, "connect");
        Duration receive = duration(timeouts, "receive");
        Duration outer = timeouts.has("outer") ? duration(timeouts, "outer") : null;
        timeouts.noOther();
        return connect == null || receive == null
                ? null
                : new InsurerProfile.Timeouts(
                        connect, receive, outer == null ? connect.plus(receive.multipliedBy(2)) : outer);
    }

    private static OutcomeTable outcomes(List<Section> lines) {
        List<OutcomeTable.Rule> rules = new ArrayList<>();
        for (Section line : lines) {
            String http = line.text("http");
            String fault = line.text("fault");
            if (http != null && !HTTP.matcher(http).matches()) {
                line.wrong("http", "is no HTTP status; give one such as \"503\", or \"4xx\"");
            }
            OutcomeTable.OutcomeClass outcome = outcome(line);
            line.noOther();
            if (outcome != null) {
                rules.add(new OutcomeTable.Rule(http, fault, outcome));
            }
        }
        return new OutcomeTable(rules);
    }

    private static OutcomeTable.@Nullable OutcomeClass outcome(Section line) {
        String word = line.requiredText("class");
        for (OutcomeTable.OutcomeClass outcome : OutcomeTable.OutcomeClass.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return outcome;
            }
        }
        if (word != null) {
            line.wrong("class", "is no class; give refused, not-taken, unknown, duplicate or not-found");
        }
        return null;
    }

    private static @Nullable Boolean flag(Section table, String key) {
        String text = table.requiredText(key);
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        table.wrong(key, "is neither true nor false; give one of them");
        return null;
    }

    private @Nullable Duration duration(Section table, String key) {
        String text = table.requiredText(key);
        if (text == null) {
            return null;
        }
        String value = text;
        if (text.startsWith("{{") && text.endsWith("}}")) {
            value = settings.apply(text.substring(2, text.length() - 2));
            if (value == null) {
                table.wrong(key, "is a setting that is not set; set it");
                return null;
            }
        }
        Duration duration = parsed(value);
        if (duration == null) {
            table.wrong(key, value, "is not a duration of more than nothing; give one such as PT2S");
        }
        return duration;
    }

    private static @Nullable Duration parsed(String text) {
        try {
            Duration duration = org.springframework.boot.convert.DurationStyle.detectAndParse(text);
            return duration.isNegative() || duration.isZero() ? null : duration;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
