package io.claimgate.catalogue;

import io.claimgate.accounting.Account;
import io.claimgate.accounting.AccountMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the periods of an account map. */
final class AccountMapReader {

    static final AccountMap NONE = new AccountMap("none", List.of());

    private static final String ALWAYS = "always";
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_LABEL = 100;

    private AccountMapReader() {}

    static AccountMap periods(String name, Section file, String key) {
        List<AccountMap.Period> periods = new ArrayList<>();
        Set<LocalDate> begun = new HashSet<>();
        if (!file.has(key)) {
            file.required(key);
        }
        for (Section section : file.sections(key)) {
            LocalDate from = section.requiredValue("from", AccountMapReader::from);
            Section roles = section.requiredSection("roles");
            if (from != null && !begun.add(from)) {
                section.fault(
                        section.line("from"), from.toString(), "from: another period begins on that day; keep one");
            } else if (from != null && roles != null) {
                periods.add(new AccountMap.Period(from, roles(roles)));
            }
            section.noOther();
        }
        return new AccountMap(name, periods);
    }

    private static Map<String, Account> roles(Section roles) {
        Map<String, Account> accounts = new HashMap<>();
        for (String role : roles.keys()) {
            if (!ROLE.matcher(role).matches()) {
                roles.fault(roles.line(role), role, "a role is written in small letters with hyphens");
            }
            Section section = roles.section(role);
            Account account = section == null ? null : account(section);
            if (account != null) {
                accounts.put(role, account);
            }
        }
        return accounts;
    }

    private static @Nullable Account account(Section section) {
        String number = section.requiredValue("account", text -> plain(text, LONGEST_NUMBER));
        String label = section.requiredValue("label", text -> plain(text, LONGEST_LABEL));
        section.noOther();
        return number == null || label == null ? null : new Account(number, label);
    }

    private static LocalDate from(String text) {
        return text.equals(ALWAYS) ? LocalDate.MIN : LocalDate.parse(text);
    }

    private static String plain(String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be at most " + longest + " characters in one line");
        }
        return text;
    }
}
