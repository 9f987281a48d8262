package io.claimgate.accounting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which account plays which role on which day.
 *
 * @param periods oldest first; a later one names only what it changes
 */
public record AccountMap(String name, List<Period> periods) {

    /**
     * What holds from a day on, until a later period names the role again.
     *
     * @param from the first day; {@link LocalDate#MIN}: always
     * @param roles account by role, {@code insurer-receivable}
     */
    public record Period(LocalDate from, Map<String, Account> roles) {
        public Period {
            roles = Map.copyOf(roles);
        }
    }

    public AccountMap {
        List<Period> sorted = new ArrayList<>(periods);
        sorted.sort(Comparator.comparing(Period::from));
        periods = List.copyOf(sorted);
    }

    /** The account of a role for an entry of that day; empty where no period names one. */
    public Optional<Account> account(String role, LocalDate day) {
        return newestFirst().stream()
                .filter(period -> !period.from().isAfter(day))
                .filter(period -> period.roles().containsKey(role))
                .map(period -> period.roles().get(role))
                .findFirst();
    }

    /** Every role that any period names. */
    public Set<String> roles() {
        return periods.stream()
                .flatMap(period -> period.roles().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a role has an account whatever the day. */
    public boolean always(String role) {
        return account(role, LocalDate.MIN).isPresent();
    }

    private List<Period> newestFirst() {
        List<Period> newest = new ArrayList<>(periods);
        Collections.reverse(newest);
        return newest;
    }
}
