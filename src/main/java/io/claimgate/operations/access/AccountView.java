package io.claimgate.operations.access;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** An account as the API shows it: never its password or hash. */
public record AccountView(
        String name,
        List<String> rights,
        List<String> creditors,
        boolean mustChange,
        boolean enabled,
        String createdBy,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.name(),
                new TreeSet<>(account.rights()).stream().map(Right::word).toList(),
                account.creditors().words(),
                account.mustChange(),
                account.enabled(),
                account.createdBy(),
                account.createdAt());
    }
}
