package io.claimgate.flow.settlement;

import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import io.claimgate.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;

/** Remembers for all gateways which tokens were used and who was not let in. */
public final class PartnerWatch {

    private final Nonces nonces;
    private final Ideas ideas;

    public PartnerWatch(Nonces nonces, Ideas ideas) {
        this.nonces = nonces;
        this.ideas = ideas;
    }

    /** Whether this token comes for the first time; from now on it does not. */
    public boolean firstUse(String insurer, String nonceHash, Instant staleAt) {
        try {
            return Objects.requireNonNull(
                    ideas.transactions()
                            .execute(status -> nonces.first(insurer, nonceHash, staleAt, ideas.systemNow())),
                    "a query gives an answer");
        } catch (DuplicateKeyException e) {
            // The same one at the same moment elsewhere.
            return false;
        }
    }

    /**
     * Somebody was not let in. An event of its own stream, so that no two calls wait for each other.
     *
     * @param claimed whom he said to be, or nobody
     * @param reference under which the log tells the reason and the caller got his fault
     */
    public void refused(String claimed, String address, ProblemCode code, String reason, String reference) {
        ideas.transactions()
                .executeWithoutResult(status -> ideas.events()
                        .record(
                                "partner-call/" + reference,
                                "partner.refused",
                                EventLog.MACHINE,
                                "*",
                                Map.of(
                                        "claimed", claimed,
                                        "address", address,
                                        "code", code.code(),
                                        "reason", reason)));
    }

    /** Somebody guesses: from now on he waits, and a person is told. */
    public void guesses(String claimed, String address) {
        try {
            ideas.transactions()
                    .executeWithoutResult(status -> ideas.alerts()
                            .raise(
                                    ProblemCode.SEC_012,
                                    Severity.WARNING,
                                    "partner/" + address,
                                    "",
                                    "*",
                                    ProblemCode.SEC_012.code() + " wrong credentials for \"" + claimed + "\" from "
                                            + address
                                            + ": its next tries wait; ask the partner, or find out who it is"));
        } catch (DuplicateKeyException e) {
            // Told already, by another gateway in the same moment.
            return;
        }
    }
}
