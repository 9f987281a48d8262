package io.claimgate.flow.settlement;

import io.claimgate.claim.Claim;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Alerts.Severity;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Inbox;
import io.claimgate.flow.Inbox.Seen;
import io.claimgate.flow.MessageLog;
import io.claimgate.flow.Restore;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.Vault;
import io.claimgate.flow.settlement.Receival.Receipt;
import io.claimgate.flow.settlement.Receival.Refused;
import io.claimgate.flow.settlement.Told.Channel;
import io.claimgate.problem.ProblemCode;
import io.claimgate.recovery.ResultAmounts;
import io.claimgate.recovery.ResultContent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Takes in what insurers tell: each message once, over whichever way it comes. Bytes, receipt, result and the task that applies it are one
 * commit; what the result means is decided later, in the insurer's sequence.
 */
public final class ResultsDesk {

    private static final int TRIES = 3;

    private final NamedClaims claims;
    private final ReceivedResults results;
    private final Inbox inbox;
    private final MessageLog messages;
    private final Ideas ideas;

    public ResultsDesk(NamedClaims claims, ReceivedResults results, Inbox inbox, MessageLog messages, Ideas ideas) {
        this.claims = claims;
        this.results = results;
        this.inbox = inbox;
        this.messages = messages;
        this.ideas = ideas;
    }

    /** Takes one message, in a transaction of its own. */
    public Receival receive(Told told) {
        if (ideas.restores().last().filter(Restore::resultsWait).isPresent()) {
            throw new PartnerFailure.Transient(
                    "the database was restored, and the claims that insurers tell of may not be known yet; message "
                            + told.result().messageId() + " of " + told.insurer() + " is not taken, send it again",
                    null);
        }
        for (int left = TRIES - 1; ; left--) {
            try {
                Receival receival = ideas.transactions().execute(status -> receiveWithin(told));
                return Objects.requireNonNull(receival, "receiving gives an answer");
            } catch (DuplicateKeyException | TransientDataAccessException e) {
                // The same message came twice at once; the second finds what the first has written.
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #receive}, in the caller's transaction. */
    Receival receiveWithin(Told told) {
        NamedClaims.Found found = claims.lock(told.insurer(), told.about());
        Claim claim = found.claim();
        if (claim == null) {
            return refused(told, null, found.code(), found.reason());
        }
        Optional<String> wrong = ResultAmounts.wrong(told.result(), claim.currency());
        if (wrong.isPresent()) {
            return refused(told, claim, ProblemCode.REC_006, wrong.get() + "; correct the amount");
        }
        String messageId = told.result().messageId();
        String hash = ResultContent.hash(claim.key().value(), told.result());
        Optional<Seen> before = inbox.find(told.insurer(), messageId);
        if (before.isPresent()) {
            return again(told, claim, before.get(), hash);
        }
        return first(told, claim, hash);
    }

    private Receival first(Told told, Claim claim, String hash) {
        Instant now = ideas.now();
        String messageId = told.result().messageId();
        inbox.add(told.insurer(), messageId, new Seen(hash, now));
        results.add(claim, told, record(told, claim, "received"), now);
        ideas.tasks()
                .arm(TaskKinds.RESULTS, claim.key().value(), claim.subject().creditor(), now, Tasks.NEVER);
        return new Receipt(messageId, now, false);
    }

    private Receival again(Told told, Claim claim, Seen before, String hash) {
        String messageId = told.result().messageId();
        if (!before.contentHash().equals(hash)) {
            return refused(
                    told,
                    claim,
                    ProblemCode.REC_002,
                    "message id \"" + messageId + "\" came before with other content; give each message its own");
        }
        if (told.channel() == Channel.PUSH) {
            record(told, claim, "duplicate of " + messageId);
        }
        return new Receipt(messageId, before.receivedAt(), true);
    }

    /** The bytes stay, and a person is told once until somebody has looked: it may be a claim that our books have lost. */
    private Refused refused(Told told, @Nullable Claim claim, ProblemCode code, String reason) {
        record(told, claim, "refused, " + code.code());
        ideas.alerts()
                .raise(
                        code,
                        Severity.WARNING,
                        claim == null ? "insurer/" + told.insurer() : "claim/" + claim.key(),
                        "",
                        creditor(claim),
                        code.code() + " " + told.operation() + " of " + told.insurer() + ", message "
                                + told.result().messageId() + ": " + reason);
        return new Refused(code, reason);
    }

    private long record(Told told, @Nullable Claim claim, String outcome) {
        Vault.Stored stored = ideas.vault().put(creditor(claim), "REQUEST", told.bytes());
        return messages.record(new MessageLog.Message(
                MessageLog.Direction.IN,
                told.insurer(),
                creditor(claim),
                claim == null ? null : claim.key().value(),
                null,
                told.operation(),
                stored.sha256(),
                stored.size(),
                told.contentType(),
                outcome));
    }

    private static String creditor(@Nullable Claim claim) {
        return claim == null ? "*" : claim.subject().creditor();
    }
}
