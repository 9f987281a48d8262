package io.claimgate.catalogue;

import io.claimgate.feed.CreditorRule;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.Feed;
import io.claimgate.flow.intake.ErpSources;
import io.claimgate.problem.Problem;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mapping files of ERPs, {@code mappings/erp/<source>.yaml} (contracts.md 2), read strictly. */
public final class ErpMappings implements ErpSources {

    /** Where they stand in the configuration. */
    public static final String FOLDER = "mappings/erp";

    private final SortedMap<String, ErpSource> sources;
    private final List<Problem> problems;

    private ErpMappings(SortedMap<String, ErpSource> sources, List<Problem> problems) {
        this.sources = sources;
        this.problems = List.copyOf(problems);
    }

    /** Reads them. @param texts by path, {@code mappings/erp/acme.yaml} */
    public static ErpMappings read(Map<String, String> texts) {
        SortedMap<String, ErpSource> sources = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(texts).forEach((path, text) -> {
            List<Problem> found = new ArrayList<>();
            ErpSource source = source(path, text, found);
            if (source != null && found.isEmpty()) {
                sources.put(source.source(), source);
            }
            problems.addAll(found);
        });
        return new ErpMappings(sources, problems);
    }

    /** What is wrong with the files; a file with a problem is no source. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Optional<ErpSource> find(String source) {
        return Optional.ofNullable(sources.get(source));
    }

    @Override
    public Collection<ErpSource> all() {
        return sources.values();
    }

    private static @Nullable ErpSource source(String path, String text, List<Problem> problems) {
        Section yaml = Section.read(path, text, problems);
        if (yaml == null) {
            return null;
        }
        String name = yaml.requiredText("source");
        String expected = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        if (name != null && !name.equals(expected)) {
            yaml.wrong("source", "must be the file's name, " + expected);
        } else if (name != null && !name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            yaml.wrong("source", "must be small letters, digits and dashes, at most 40: it names a folder");
        }
        CreditorRule creditor = creditor(yaml);
        ErpSource.Payments payments = yaml.word("payments", "explicit", List.of("explicit", "implied"))
                        .equals("implied")
                ? ErpSource.Payments.IMPLIED
                : ErpSource.Payments.EXPLICIT;
        Period terms = terms(yaml);
        pickup(yaml);
        List<Feed> feeds = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section feed : yaml.sections("feeds")) {
            FeedReader reader = new FeedReader(feed, payments);
            Feed read = reader.read();
            if (read != null && !names.add(read.name())) {
                feed.wrong("name", "another feed of the source has this name");
            } else if (read != null) {
                feeds.add(read);
            }
        }
        if (!yaml.has("feeds")) {
            yaml.missing("feeds is missing; add at least one");
        }
        yaml.noOther();
        return name == null || creditor == null ? null : new ErpSource(name, creditor, payments, terms, feeds);
    }

    private static @Nullable CreditorRule creditor(Section yaml) {
        if (!yaml.isSection("creditor")) {
            String name = yaml.requiredText("creditor");
            return name == null ? null : CreditorRule.one(name);
        }
        Section rule = Objects.requireNonNull(yaml.section("creditor"));
        String column = rule.requiredText("column");
        Section map = rule.section("map");
        if (!rule.has("map")) {
            rule.missing("map is missing; say which company is which creditor");
        }
        rule.noOther();
        return column == null || map == null ? null : new CreditorRule(null, column, map.raws());
    }

    private static @Nullable Period terms(Section yaml) {
        String text = yaml.text("defaultTerms");
        if (text == null) {
            return null;
        }
        try {
            Period period = Period.parse(text);
            if (period.isNegative()) {
                yaml.wrong("defaultTerms", "must not be negative");
            }
            return period;
        } catch (DateTimeException e) {
            yaml.wrong("defaultTerms", "must be a period such as P30D or P1M");
            return null;
        }
    }

    private static void pickup(Section yaml) {
        Section pickup = yaml.section("pickup");
        if (pickup != null) {
            pickup.word("from", "local", List.of("local"));
            pickup.noOther();
        }
    }
}
