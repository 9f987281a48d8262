package io.claimgate.catalogue;

import io.claimgate.calendar.HolidayCalendars;
import io.claimgate.feed.ErpSource;
import io.claimgate.policy.Policy;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads policy files (contracts.md 3) strictly: every fault with its file and line, unknown keys among them. */
public final class PolicyFiles {

    private final HolidayCalendars holidays;

    public PolicyFiles(HolidayCalendars holidays) {
        this.holidays = holidays;
    }

    /**
     * One file.
     *
     * @param name as it stands in messages, {@code mappings/policies/ACME-2026.yaml}
     */
    public record Source(String name, String text) {}

    /** The sound policies, and every fault of the others. */
    public record Result(List<Policy> policies, List<Problem> problems) {}

    public Result read(List<Source> sources) {
        return read(sources, List.of());
    }

    /**
     * Reads them and asks also whether the ERPs can bring what they want.
     *
     * @param erps sources of the active configuration; of a creditor that none of them serves nothing is asked
     */
    public Result read(List<Source> sources, Collection<ErpSource> erps) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Read> sound = new LinkedHashMap<>();
        for (Source source : sources) {
            Read read = one(source, problems);
            Read other = read == null ? null : sound.putIfAbsent(read.policy.name(), read);
            if (read != null && other != null) {
                read.fault(
                        "policy",
                        read.policy.name(),
                        "the policy stands in " + other.source + " too; keep one",
                        problems);
            }
        }
        sound.values().forEach(read -> renewal(read, sound, problems));
        sound.values().forEach(read -> read.supply(erps, problems));
        return new Result(sound.values().stream().map(Read::policy).toList(), List.copyOf(problems));
    }

    /**
     * A version that was sound when it was stored. The checks between its values are for files to come: a stricter one must not make the
     * past unreadable.
     *
     * @throws IllegalStateException if it cannot be read at all
     */
    public Policy stored(Source source) {
        List<Problem> problems = new ArrayList<>();
        Section file = Section.read(source.name(), source.text(), problems);
        Policy policy = file == null ? null : new PolicyReader(file, sha256(source.text())).read();
        if (policy == null || !problems.isEmpty()) {
            throw new IllegalStateException(source.name() + " cannot be read any more: " + problems);
        }
        return policy;
    }

    private @Nullable Read one(Source source, List<Problem> problems) {
        List<Problem> own = new ArrayList<>();
        Section file = Section.read(source.name(), source.text(), own);
        Read read = null;
        if (file != null) {
            Policy policy = new PolicyReader(file, sha256(source.text())).read();
            if (own.isEmpty()) {
                new PolicyChecks(policy, file, holidays).run();
                named(source, policy, file);
            }
            read = new Read(source.name(), policy, file);
        }
        problems.addAll(own);
        return own.isEmpty() ? read : null;
    }

    private static void named(Source source, Policy policy, Section file) {
        if (!source.name().endsWith("/" + policy.name() + ".yaml")
                && !source.name().equals(policy.name() + ".yaml")) {
            file.fault(
                    file.line("policy"), policy.name(), "policy: the file has to be called " + policy.name() + ".yaml");
        }
    }

    /** A renewal continues a policy that there is, of the same insurer, and not itself. */
    private static void renewal(Read read, Map<String, Read> all, List<Problem> problems) {
        Map<String, Boolean> seen = new HashMap<>();
        Read at = read;
        while (at != null && at.policy.renews() != null && seen.putIfAbsent(at.policy.name(), true) == null) {
            Read before = all.get(at.policy.renews());
            if (at == read && before == null) {
                read.fault(
                        "renews",
                        at.policy.renews(),
                        "renews: there is no such policy, or it has faults of its own",
                        problems);
            } else if (at == read && before != null && !before.policy.insurer().equals(read.policy.insurer())) {
                read.fault(
                        "renews",
                        at.policy.renews(),
                        "renews: that policy is of insurer " + before.policy.insurer() + "; a contract has one",
                        problems);
            }
            at = before;
        }
        if (at == read && read.policy.renews() != null) {
            read.fault(
                    "renews",
                    read.policy.renews(),
                    "renews: the chain leads back to this policy; break the circle",
                    problems);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private record Read(String source, Policy policy, Section file) {
        void fault(String key, @Nullable String value, String detail, List<Problem> problems) {
            problems.add(new Problem(ProblemCode.OPS_002, source + ":" + file.line(key), value, detail));
        }

        void supply(Collection<ErpSource> erps, List<Problem> problems) {
            new DocumentSupply(policy, file, erps)
                    .faults()
                    .forEach(fault -> problems.add(new Problem(
                            ProblemCode.OPS_002, source + ":" + fault.line(), fault.kind(), fault.detail())));
        }
    }
}
