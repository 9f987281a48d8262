package io.claimgate.catalogue;

import io.claimgate.accounting.AccountMap;
import io.claimgate.accounting.AccountingMapping;
import io.claimgate.flow.bookkeeping.Mappings;
import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of {@code mappings/accounting/} (contracts.md 5), read strictly: account maps {@code accounts-<name>.yaml}, and one mapping per
 * source, {@code default.yaml} for those that have none of their own.
 */
public final class AccountingFiles implements Mappings {

    /** Where they stand in the configuration. */
    public static final String FOLDER = "mappings/accounting";

    private static final String DEFAULT = "default";
    private static final String MAPS = FOLDER + "/accounts-";
    private static final String ENDING = ".yaml";

    private final Map<String, AccountingMapping> mappings;
    private final List<Problem> problems;

    private AccountingFiles(Map<String, AccountingMapping> mappings, List<Problem> problems) {
        this.mappings = Map.copyOf(mappings);
        this.problems = List.copyOf(problems);
    }

    /** Reads them. @param texts by path, {@code mappings/accounting/acme.yaml} */
    public static AccountingFiles read(Map<String, String> texts) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> sorted = new TreeMap<>(texts);
        Map<String, AccountMap> maps = new HashMap<>();
        sorted.forEach((path, text) -> {
            if (path.startsWith(MAPS)) {
                AccountMap map = map(path, text, problems);
                maps.put(path.substring(MAPS.length(), path.length() - ENDING.length()), map);
            }
        });
        Map<String, AccountingMapping> mappings = new HashMap<>();
        // The others are read against a faulty default too: every fault is told at once.
        AccountingMapping usual = mapping(FOLDER + "/" + DEFAULT + ENDING, sorted, maps, null, problems);
        if (usual != null) {
            mappings.put(DEFAULT, usual);
        }
        sorted.keySet().stream()
                .filter(path -> !path.startsWith(MAPS) && !source(path).equals(DEFAULT))
                .forEach(path -> {
                    AccountingMapping own = mapping(path, sorted, maps, usual, problems);
                    if (own != null) {
                        mappings.put(source(path), own);
                    }
                });
        return new AccountingFiles(mappings, problems);
    }

    /** What is wrong with the files; the gateway does not start with a fault, so none of a faulty file is ever used. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public AccountingMapping of(String source) {
        AccountingMapping own = mappings.get(source);
        return own != null
                ? own
                : Objects.requireNonNull(mappings.get(DEFAULT), "mappings/accounting/default.yaml is missing");
    }

    private static AccountMap map(String path, String text, List<Problem> problems) {
        YamlNode.Mapping mapping = new YamlTree(path, problems).read(text);
        if (mapping == null) {
            return AccountMapReader.NONE;
        }
        Section file = new Section(path, mapping, problems);
        String name = path.substring(MAPS.length(), path.length() - ENDING.length());
        String told = file.requiredText("accounts");
        if (told != null && !told.equals(name)) {
            file.fault(file.line("accounts"), told, "accounts: the file has to be called accounts-" + told + ENDING);
        }
        AccountMap read = AccountMapReader.periods(name, file, "periods");
        file.noOther();
        return read;
    }

    private static @Nullable AccountingMapping mapping(
            String path,
            Map<String, String> texts,
            Map<String, AccountMap> maps,
            @Nullable AccountingMapping usual,
            List<Problem> problems) {
        String text = texts.get(path);
        if (text == null) {
            problems.add(new Problem(
                    ProblemCode.OPS_003, path, null, "the file is missing; sources without one of their own need it"));
            return null;
        }
        YamlNode.Mapping mapping = new YamlTree(path, problems).read(text);
        return mapping == null
                ? null
                : new AccountingReader(new Section(path, mapping, problems), source(path), maps, usual).read();
    }

    private static String source(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    }
}
