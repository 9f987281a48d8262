package io.claimgate.operations.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * Who is logged in.
 *
 * @param name the account
 * @param rights with all that they imply
 * @param creditors whose data it sees
 * @param mustChange it still has a password that somebody else gave it
 * @param stamp changes with the password: sessions of an older one end
 */
public record Caller(String name, Set<Right> rights, Creditors creditors, boolean mustChange, int stamp)
        implements Principal, Serializable {

    public Caller {
        rights = Set.copyOf(rights);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** The same, for templates. */
    public boolean may(String right) {
        return may(Right.of(right));
    }
}
