package io.claimgate.store.intake;

import io.claimgate.feed.Party;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A buyer on the way into the books. Its id is 0 until it is inserted. */
final class KnownBuyer {

    final String creditor;
    long id;
    Party party;
    boolean fresh;
    boolean changed;

    KnownBuyer(String creditor, long id, Party party, boolean fresh) {
        this.creditor = creditor;
        this.id = id;
        this.party = party;
        this.fresh = fresh;
    }

    /** Takes over what a row tells; what it does not tell stays. Says whether that changed anything. */
    boolean learn(Party told) {
        Party merged = new Party(
                party.ref(),
                told.name(),
                told.country(),
                party.registration(),
                party.registrationScheme(),
                party.vat(),
                or(told.street(), party.street()),
                or(told.postCode(), party.postCode()),
                or(told.city(), party.city()),
                or(told.email(), party.email()),
                or(told.language(), party.language()));
        if (Objects.equals(merged, party)) {
            return false;
        }
        party = merged;
        changed = true;
        return true;
    }

    private static @Nullable String or(@Nullable String told, @Nullable String known) {
        return told == null ? known : told;
    }
}
