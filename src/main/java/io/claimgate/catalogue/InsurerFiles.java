package io.claimgate.catalogue;

import io.claimgate.claim.ChangeKind;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.OutcomeTable;
import io.claimgate.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code mappings/insurers/<insurer>/insurer.yaml}: unknown keys and wrong values are faults, each with its file and line. */
public final class InsurerFiles {

    private static final String EXTENDS = "extends";
    private static final Set<String> CHANNELS = Set.of("soap", "soap+sftp");
    private static final Pattern HTTP = Pattern.compile("[1-5](\\d\\d|xx)");

    private final QuantityReader quantities;

    /** @param settings a setting's value by its key, for {@code {{key}}} in timeouts; null where it is not set */
    public InsurerFiles(Function<String, @Nullable String> settings) {
        this.quantities = new QuantityReader(settings);
    }

    /** The sound profiles, and every fault of the others. */
    public record Result(List<InsurerProfile> profiles, List<Problem> problems) {}

    /** One file. @param name as it stands in messages, {@code mappings/insurers/sandbox/insurer.yaml} */
    public record Source(String name, String text) {}

    public Result read(List<Source> sources) {
        List<Problem> problems = new ArrayList<>();
        Map<String, InsurerProfile> bases = new TreeMap<>();
        Map<String, InsurerProfile> profiles = new TreeMap<>();
        List<Parsed> parsed = sources.stream().map(Parsed::of).toList();
        parsed.stream().filter(file -> !file.extending()).forEach(file -> read(file, Map.of(), bases, problems));
        profiles.putAll(bases);
        parsed.stream().filter(Parsed::extending).forEach(file -> read(file, bases, profiles, problems));
        return new Result(List.copyOf(profiles.values()), List.copyOf(problems));
    }

    private record Parsed(Source source, @Nullable Section table, List<Problem> problems) {
        static Parsed of(Source source) {
            List<Problem> problems = new ArrayList<>();
            return new Parsed(source, Section.read(source.name(), source.text(), problems), problems);
        }

        boolean extending() {
            return table != null && table.has(EXTENDS);
        }
    }

    /** @param bases what it may extend */
    private void read(
            Parsed file,
            Map<String, InsurerProfile> bases,
            Map<String, InsurerProfile> profiles,
            List<Problem> problems) {
        Section table = file.table();
        InsurerProfile profile = table == null ? null : profile(file.source(), table, bases);
        if (profile != null && file.problems().isEmpty()) {
            profiles.put(profile.insurer(), profile);
        }
        problems.addAll(file.problems());
    }

    private @Nullable InsurerProfile profile(Source source, Section file, Map<String, InsurerProfile> bases) {
        String insurer = file.requiredText("insurer");
        if (insurer != null && !source.name().endsWith("/" + insurer + "/insurer.yaml")) {
            file.wrong("insurer", "is not the name of its folder; give both the same");
        }
        String channel = file.requiredText("channel");
        if (channel != null && !CHANNELS.contains(channel)) {
            file.wrong("channel", "is not a channel that this version has; give soap or soap+sftp");
        }
        String extended = file.text(EXTENDS);
        InsurerProfile base = extended == null ? null : bases.get(extended);
        if (extended != null && base == null) {
            file.wrong(EXTENDS, "is no sound insurer that stands by itself; give the name of its folder");
            return null;
        }
        InsurerProfile.Soap soap =
                own(file, "soap", base, InsurerProfile::soap, () -> soap(file.requiredSection("soap")));
        InsurerProfile.Timeouts timeouts =
                own(file, "timeouts", base, InsurerProfile::timeouts, () -> timeouts(file.requiredSection("timeouts")));
        Duration settleTime = own(
                file, "settleTime", base, InsurerProfile::settleTime, () -> quantities.duration(file, "settleTime"));
        Boolean idempotent = own(
                file,
                "idempotentByClaimKey",
                base,
                InsurerProfile::idempotentByClaimKey,
                () -> flag(file, "idempotentByClaimKey"));
        OutcomeTable outcomes =
                own(file, "outcomes", base, InsurerProfile::outcomes, () -> outcomes(file.sections("outcomes")));
        InsurerProfile.Documents documents =
                new InsurerDocumentsReader(quantities, timeouts).read(file.section("documents"));
        boolean sftp = documents.sftp() != null;
        if (channel != null && sftp != channel.endsWith("+sftp")) {
            file.wrong("channel", "does not fit documents.sftp; give " + (sftp ? "soap+sftp" : "soap"));
        }
        // Never inherited: credentials that two have prove neither.
        InsurerProfile.Inbound inbound = InsurerInboundReader.read(file.section("inbound"));
        file.noOther();
        if (insurer == null
                || soap == null
                || timeouts == null
                || settleTime == null
                || idempotent == null
                || outcomes == null) {
            return null;
        }
        String words = extended == null ? insurer : extended;
        return new InsurerProfile(insurer, words, soap, timeouts, settleTime, idempotent, outcomes, documents, inbound);
    }

    /** What the file says itself, else what the insurer says that it extends. */
    private static <T> @Nullable T own(
            Section file,
            String key,
            @Nullable InsurerProfile base,
            Function<InsurerProfile, T> inherited,
            Supplier<@Nullable T> read) {
        return base == null || file.has(key) ? read.get() : inherited.apply(base);
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
        String results = operations.text("results");
        Map<ChangeKind, String> changes = new EnumMap<>(ChangeKind.class);
        for (ChangeKind kind : ChangeKind.values()) {
            String operation = operations.text(kind.name().toLowerCase(Locale.ROOT));
            if (operation != null) {
                changes.put(kind, operation);
            }
        }
        operations.noOther();
        return wsdl == null
                        || namespace == null
                        || service == null
                        || port == null
                        || address == null
                        || declare == null
                ? null
                : new InsurerProfile.Soap(wsdl, namespace, service, port, address, declare, query, results, changes);
    }

    private InsurerProfile.@Nullable Timeouts timeouts(@Nullable Section timeouts) {
        return timeouts == null ? null : quantities.timeouts(timeouts);
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
}
