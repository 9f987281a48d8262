package io.claimgate.operations.access;

import java.time.Instant;
import java.util.Set;

/**
 * A person or a program that may log in.
 *
 * @param passwordHash in the delegating encoder's form
 * @param rights as granted
 * @param mustChange its password was given by somebody else: a browser login leads to the change first
 * @param enabled false: it cannot log in any more, and its sessions end
 * @param createdAt business time
 */
record Account(
        String name,
        String passwordHash,
        Set<Right> rights,
        Creditors creditors,
        boolean mustChange,
        boolean enabled,
        String createdBy,
        Instant createdAt) {

    Caller caller() {
        return new Caller(name, Right.implied(rights), creditors, mustChange, passwordHash.hashCode());
    }

    Account withPassword(String hash, boolean change) {
        return new Account(name, hash, rights, creditors, change, enabled, createdBy, createdAt);
    }

    Account with(Set<Right> newRights, Creditors newCreditors, boolean nowEnabled) {
        return new Account(name, passwordHash, newRights, newCreditors, mustChange, nowEnabled, createdBy, createdAt);
    }
}
