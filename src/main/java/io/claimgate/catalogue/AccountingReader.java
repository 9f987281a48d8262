package io.claimgate.catalogue;

import io.claimgate.accounting.AccountMap;
import io.claimgate.accounting.AccountingMapping;
import io.claimgate.accounting.Booking;
import io.claimgate.accounting.Journal;
import io.claimgate.accounting.PostingFormat;
import io.claimgate.accounting.RuleLine;
import io.claimgate.money.Currencies;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the accounting mapping of one source. What it does not write of rules, texts and journal it takes over from the default. */
final class AccountingReader {

    private static final Journal USUAL_JOURNAL = new Journal("ACR", "Credit insurance", "EUR");
    private static final List<String> NOT_YET = List.of("datev", "idoc", "json");
    private static final int LONGEST_TEXT = 100;

    private final Section file;
    private final String source;
    private final Map<String, AccountMap> maps;
    private final @Nullable AccountingMapping usual;

    AccountingReader(Section file, String source, Map<String, AccountMap> maps, @Nullable AccountingMapping usual) {
        this.file = file;
        this.source = source;
        this.maps = maps;
        this.usual = usual;
    }

    AccountingMapping read() {
        String name = file.requiredText("source");
        if (name != null && !name.equals(source)) {
            file.fault(file.line("source"), name, "source: the file has to be called " + name + ".yaml");
        }
        PostingFormat format = file.requiredValue("format", AccountingReader::format);
        AccountMap accounts = accounts();
        Map<Booking.Event, List<RuleLine>> rules = rules(accounts);
        AccountingMapping read = new AccountingMapping(
                source, format == null ? PostingFormat.CSV : format, journal(), accounts, rules, texts());
        file.noOther();
        return read;
    }

    private static PostingFormat format(String word) {
        if (NOT_YET.contains(word)) {
            throw new IllegalArgumentException(
                    "this gateway cannot write it yet; csv and fec can be written, or let an import translate the csv");
        }
        return switch (word) {
            case "csv" -> PostingFormat.CSV;
            case "fec" -> PostingFormat.FEC;
            default -> throw new IllegalArgumentException("not one of csv, fec");
        };
    }

    /** A shipped map by its name, or periods written out. */
    private AccountMap accounts() {
        YamlNode node = file.required("accounts");
        if (node instanceof YamlNode.Sequence) {
            return AccountMapReader.periods(source, file, "accounts");
        }
        String name = node == null ? null : file.text("accounts");
        AccountMap shipped = name == null ? null : maps.get(name);
        if (name != null && shipped == null) {
            file.fault(
                    file.line("accounts"),
                    name,
                    "accounts: no mappings/accounting/accounts-" + name + ".yaml; there are "
                            + String.join(", ", new TreeSet<>(maps.keySet())));
        }
        return shipped == null ? AccountMapReader.NONE : shipped;
    }

    private Map<Booking.Event, List<RuleLine>> rules(AccountMap accounts) {
        if (usual != null && !file.has("rules")) {
            usual.rules().values().stream()
                    .flatMap(List::stream)
                    .map(RuleLine::role)
                    .distinct()
                    .forEach(role -> role(file, "accounts", accounts, role));
            return usual.rules();
        }
        Section rules = file.requiredSection("rules");
        return rules == null
                ? Map.of()
                : new RuleTableReader(
                                (line, role) -> role(line, line.has("debit") ? "debit" : "credit", accounts, role))
                        .rules(rules);
    }

    /** A role that the rules name has an account, whatever the day. */
    private void role(Section where, String key, AccountMap accounts, String role) {
        if (accounts == AccountMapReader.NONE) {
            return;
        }
        if (!accounts.roles().contains(role)) {
            where.fault(
                    where.line(key),
                    role,
                    "account map " + accounts.name() + " has no such role; it has "
                            + String.join(", ", new TreeSet<>(accounts.roles())));
        } else if (!accounts.always(role)) {
            where.fault(
                    where.line(key),
                    role,
                    "account map " + accounts.name()
                            + " has no account for it on early days; name it in a period \"from: always\"");
        }
    }

    private Journal journal() {
        Section journal = file.section("journal");
        if (journal == null) {
            return usual == null ? USUAL_JOURNAL : usual.journal();
        }
        String code = journal.requiredValue("code", text -> atMost(text, 10));
        String label = journal.requiredValue("label", text -> atMost(text, LONGEST_TEXT));
        String currency = journal.requiredValue("currency", AccountingReader::currency);
        journal.noOther();
        return code == null || label == null || currency == null ? USUAL_JOURNAL : new Journal(code, label, currency);
    }

    private Map<Booking.Event, String> texts() {
        Map<Booking.Event, String> read = new EnumMap<>(Booking.Event.class);
        if (usual != null) {
            read.putAll(usual.texts());
        }
        Section texts = usual == null ? file.requiredSection("texts") : file.section("texts");
        if (texts != null) {
            for (String key : texts.keys()) {
                RuleTableReader.event(texts, key).ifPresent(event -> {
                    String text = texts.value(key, value -> atMost(value, LONGEST_TEXT));
                    if (text != null) {
                        read.put(event, text);
                    }
                });
            }
            RuleTableReader.missing(texts, read.keySet(), "has no text");
        }
        return read;
    }

    private static String atMost(String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("must be at most " + longest + " characters");
        }
        return text;
    }

    private static String currency(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Currencies.known(code)) {
            throw new IllegalArgumentException("not a currency of ISO 4217");
        }
        return code;
    }
}
