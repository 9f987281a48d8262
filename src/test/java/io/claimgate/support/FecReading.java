package io.claimgate.support;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a fichier des ecritures comptables as art. A47 A-1 of the Livre des procedures fiscales (arrete of 29 July 2013) describes it. Written
 * from the published rules only; it shares no code with what writes such files.
 */
public final class FecReading {

    /** What can be wrong. */
    public enum Rule {
        /** VII 1: the first line names the eighteen fields in their order. */
        HEADER,
        /** A record has as many fields as the first line. */
        COLUMNS,
        /** Only accounts of third parties, matching, and currency may be left empty. */
        EMPTY,
        /** Dates are AAAAMMJJ. */
        DATE,
        /** Amounts are decimal with a comma, without other separators. */
        AMOUNT,
        /** An amount stands on one side. */
        SIDE,
        /** An account begins with three digits of the plan. */
        ACCOUNT,
        /** Every entry balances. */
        BALANCE,
        /** Entries are numbered without a gap, over the file or in each journal. */
        SEQUENCE,
        /** A date of matching needs a matching, an amount in a currency its currency. */
        PAIR
    }

    public record Finding(Rule rule, int line, String what) {}

    private static final List<String> FIELDS = List.of(
            "journalcode",
            "journallib",
            "ecriturenum",
            "ecrituredate",
            "comptenum",
            "comptelib",
            "compauxnum",
            "compauxlib",
            "pieceref",
            "piecedate",
            "ecriturelib",
            "debit",
            "credit",
            "ecriturelet",
            "datelet",
            "validdate",
            "montantdevise",
            "idevise");
    private static final Set<Integer> MAY_BE_EMPTY = Set.of(6, 7, 13, 14, 16, 17);
    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d+(,\\d+)?");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final List<Finding> findings = new ArrayList<>();
    private final List<Map<String, String>> records = new ArrayList<>();

    private FecReading() {}

    /** Everything that is wrong with a file. */
    public static List<Finding> check(byte[] bytes) {
        FecReading reading = new FecReading();
        reading.read(text(bytes));
        return reading.findings;
    }

    /** The records by the names of the fields, in small letters. */
    public static List<Map<String, String>> records(byte[] bytes) {
        FecReading reading = new FecReading();
        reading.read(text(bytes));
        return reading.records;
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("ISO-8859-15"));
        }
    }

    private void read(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\\r\\n|[\\r\\n]")));
        String separator = lines.get(0).contains("\t") ? "\t" : "|";
        String[] header = fields(lines.get(0), separator);
        for (int i = 0; i < FIELDS.size(); i++) {
            if (i >= header.length || !header[i].toLowerCase(Locale.ROOT).equals(FIELDS.get(i))) {
                found(Rule.HEADER, 1, "field " + (i + 1) + " is not " + FIELDS.get(i));
            }
        }
        Map<String, BigDecimal> open = new LinkedHashMap<>();
        Map<String, Set<String>> numbers = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                record(i + 1, fields(lines.get(i), separator), header.length, open, numbers);
            }
        }
        open.forEach((entry, difference) -> {
            if (difference.signum() != 0) {
                found(Rule.BALANCE, 0, "entry " + entry + " is out of balance by " + difference);
            }
        });
        sequence(numbers);
    }

    private static String[] fields(String line, String separator) {
        return line.split(Pattern.quote(separator), -1);
    }

    private void record(
            int line, String[] fields, int columns, Map<String, BigDecimal> open, Map<String, Set<String>> numbers) {
        if (fields.length != columns || fields.length < FIELDS.size()) {
            found(Rule.COLUMNS, line, fields.length + " fields");
            return;
        }
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            String value = fields[i].strip();
            record.put(FIELDS.get(i), value);
            if (value.isEmpty() && !MAY_BE_EMPTY.contains(i)) {
                found(Rule.EMPTY, line, FIELDS.get(i));
            }
        }
        records.add(record);
        for (String date : List.of("ecrituredate", "piecedate", "validdate", "datelet")) {
            date(line, date, record.get(date));
        }
        BigDecimal debit = amount(line, "debit", record.get("debit"));
        BigDecimal credit = amount(line, "credit", record.get("credit"));
        if (debit.signum() != 0 && credit.signum() != 0) {
            found(Rule.SIDE, line, debit + " and " + credit);
        }
        if (!record.get("comptenum").matches("\\d{3}.*")) {
            found(Rule.ACCOUNT, line, record.get("comptenum"));
        }
        if (record.get("ecriturelet").isEmpty() && !record.get("datelet").isEmpty()
                || record.get("idevise").isEmpty()
                        && !record.get("montantdevise").isEmpty()) {
            found(Rule.PAIR, line, "date or amount without its code");
        }
        String entry = record.get("journalcode") + " " + record.get("ecriturenum");
        open.merge(entry, debit.subtract(credit), BigDecimal::add);
        numbers.computeIfAbsent(record.get("journalcode"), journal -> new LinkedHashSet<>())
                .add(record.get("ecriturenum"));
    }

    private void date(int line, String name, String value) {
        if (!value.isEmpty()) {
            try {
                LocalDate.parse(value, DAY);
            } catch (DateTimeException wrong) {
                found(Rule.DATE, line, name + " " + value);
            }
        }
    }

    private BigDecimal amount(int line, String name, String value) {
        if (!AMOUNT.matcher(value).matches()) {
            found(Rule.AMOUNT, line, name + " " + value);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(value.replace(',', '.'));
    }

    private void sequence(Map<String, Set<String>> numbers) {
        List<Long> all = numbers.values().stream()
                .flatMap(Set::stream)
                .map(FecReading::number)
                .distinct()
                .sorted()
                .toList();
        boolean overAll = gapless(all);
        boolean inEach = numbers.values().stream()
                .allMatch(journal -> gapless(
                        journal.stream().map(FecReading::number).sorted().toList()));
        if (!overAll && !inEach) {
            found(Rule.SEQUENCE, 0, "gaps in " + all.size() + " numbers");
        }
    }

    private static boolean gapless(List<Long> sorted) {
        return sorted.isEmpty() || sorted.get(sorted.size() - 1) - sorted.get(0) == sorted.size() - 1;
    }

    /** The digits at its end: a number may carry its journal before it. */
    private static long number(String text) {
        String digits = text.replaceAll("^.*?(\\d{1,15})$", "$1");
        return digits.matches("\\d+") ? Long.parseLong(digits) : -1;
    }

    private void found(Rule rule, int line, String what) {
        findings.add(new Finding(rule, line, what));
    }
}
