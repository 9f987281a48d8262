package io.claimgate.receivable;

import io.claimgate.calendar.DayEnd;
import io.claimgate.catalogue.PolicyFiles;
import io.claimgate.policy.DeadlineKind;
import io.claimgate.policy.DeadlineRule;
import io.claimgate.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shipped policies, and policies that differ in one thing. */
final class Policies {

    private Policies() {}

    static List<Policy> shipped() {
        try (Stream<Path> files = Files.list(Path.of("mappings/policies"))) {
            List<Policy> policies = new PolicyFiles(Given.HOLIDAYS)
                    .read(files.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .map(file -> new PolicyFiles.Source(file.toString(), text(file)))
                            .toList())
                    .policies();
            if (policies.size() < 4) {
                throw new IllegalStateException("the shipped policies are not sound");
            }
            return policies;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With another end of the day and other holidays, also where a rule has its own. */
    static Policy in(Policy policy, DayEnd dayEnd, List<String> calendars) {
        SortedMap<DeadlineKind, DeadlineRule> rules = new TreeMap<>();
        policy.deadlines()
                .forEach((kind, rule) -> rules.put(
                        kind,
                        new DeadlineRule(
                                kind,
                                rule.opens(),
                                rule.target(),
                                rule.closes(),
                                rule.leadBusinessDays(),
                                rule.opening(),
                                rule.roll(),
                                rule.calendars().isEmpty() ? List.of() : calendars.subList(0, 1))));
        return copy(policy, dayEnd, calendars, rules, policy.consent());
    }

    static Policy with(Policy policy, DeadlineRule only) {
        return copy(policy, policy.dayEnd(), policy.calendars(), new TreeMap<>(Map.of(only.kind(), only)), Map.of());
    }

    private static Policy copy(
            Policy policy,
            DayEnd dayEnd,
            List<String> calendars,
            SortedMap<DeadlineKind, DeadlineRule> rules,
            Map<DeadlineKind, io.claimgate.policy.Term> consent) {
        return new Policy(
                policy.name(),
                policy.renews(),
                policy.insurer(),
                policy.creditors(),
                policy.countries(),
                policy.currency(),
                dayEnd,
                calendars,
                policy.valid(),
                policy.cover(),
                policy.loss(),
                policy.warnings(),
                rules,
                policy.monthEndCutoff(),
                consent,
                List.of(),
                policy.documents(),
                policy.declare(),
                policy.changes(),
                policy.contentHash());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
