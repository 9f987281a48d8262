package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.Hold;
import io.claimgate.claim.ManualDeclaration;
import io.claimgate.claim.Submission;
import io.claimgate.flow.EventLog;
import io.claimgate.flow.Ideas;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it means that an insurer tells something of a claim that we do not know to be declared. In the caller's transaction, under the
 * claim's lock.
 */
public final class Proof {

    private final Books books;
    private final Ideas ideas;
    private final ClaimOutcomes outcomes;
    private final ClaimEvents events;

    public Proof(Books books, Ideas ideas) {
        this.books = books;
        this.ideas = ideas;
        this.outcomes = new ClaimOutcomes(books, ideas);
        this.events = new ClaimEvents(ideas);
    }

    /** What the insurer told. */
    public record Evidence(
            String messageId, Instant at, @Nullable String insurerClaimNumber) {}

    /** What it proves. */
    public sealed interface Verdict {

        /** The insurer has it: it is declared now. */
        record Declared(Claim claim) implements Verdict {}

        /** It is being sent at this moment; the answer is on its way. */
        record InFlight() implements Verdict {}

        /** Certainly nothing was sent: it cannot be. */
        record NothingSent() implements Verdict {}
    }

    /** An answer that was lost is proven by what the insurer says later; what one person said of a filing by hand, as well. */
    public Verdict of(Claim claim, Evidence evidence) {
        Submission latest = books.submissions().latest(claim.key()).orElse(null);
        if (latest instanceof Submission.Sending) {
            return new Verdict.InFlight();
        }
        if (latest instanceof Submission.OutcomeUnknown unknown) {
            String number = evidence.insurerClaimNumber();
            // Whatever the insurer's clock says: it had it when the bytes left, at the earliest.
            Instant sent = unknown.sent().at();
            Instant at = evidence.at().isBefore(sent) ? sent : evidence.at();
            return new Verdict.Declared(
                    outcomes.proven(claim, unknown.acknowledged(number, ideas.now()), number, at, words(evidence)));
        }
        ManualDeclaration filed = claim.manual();
        if (filed != null && claim.state().undeclared()) {
            return new Verdict.Declared(outcomes.confirmed(claim, filed, words(evidence)));
        }
        return new Verdict.NothingSent();
    }

    /** A person must find out what the insurer means; nothing is sent until then. */
    public void hold(Claim claim, String reason) {
        if (claim.state().undeclared() && claim.hold() == null) {
            Claim held = claim.held(new Hold(EventLog.MACHINE, ClaimOutcomes.shortened(reason), ideas.now()));
            books.claims().update(held);
            events.record(held, "held", EventLog.MACHINE, Map.of("reason", reason));
        }
    }

    private static Map<String, Object> words(Evidence evidence) {
        Map<String, Object> words = new HashMap<>();
        words.put("provenBy", evidence.messageId());
        if (evidence.insurerClaimNumber() != null) {
            words.put("insurerClaimNumber", evidence.insurerClaimNumber());
        }
        return words;
    }
}
