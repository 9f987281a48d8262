package io.claimgate.operations.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for an account; in a change only what is given is changed.
 *
 * @param name 1 to 60 letters, digits and {@code . _ @ -}; only when it is made
 * @param password at least 12 characters
 * @param rights viewer, operator, approver, auditor, admin
 * @param creditors creditor codes, or {@code *}
 * @param mustChange whether a first login by browser leads to a change of password; default false
 * @param enabled only in a change: false disables it and ends its sessions
 */
public record AccountRequest(
        @Nullable String name,
        @Nullable String password,
        @Nullable List<String> rights,
        @Nullable List<String> creditors,
        @Nullable Boolean mustChange,
        @Nullable Boolean enabled) {}
