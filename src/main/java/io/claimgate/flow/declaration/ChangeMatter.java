package io.claimgate.flow.declaration;

import io.claimgate.claim.ChangeRules;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.Submission;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.Query;
import io.claimgate.flow.Departed;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change of a claim. No date closes it: it is told until it is known to be there. */
final class ChangeMatter implements Matter {

    private final ClaimChange change;
    private final Books books;
    private final ChangeOutcomes outcomes;

    /** @param change under way */
    ChangeMatter(ClaimChange change, Books books, Ideas ideas) {
        this.change = change;
        this.books = books;
        this.outcomes = new ChangeOutcomes(books, ideas);
    }

    @Override
    public Optional<Submission> latest() {
        return books.changes().latest(change.claim(), change.number());
    }

    @Override
    public boolean mayLeave(Claim claim) {
        return ChangeRules.open(claim.state())
                && !books.pauses()
                        .stops(claim.subject().insurer(), claim.subject().creditor());
    }

    @Override
    public Instant triedUntil(Claim claim) {
        return Tasks.NEVER;
    }

    @Override
    public Instant askedUntil(Claim claim) {
        return Tasks.NEVER;
    }

    @Override
    public @Nullable Instant nextLook(Claim claim) {
        return null;
    }

    @Override
    public String operation(InsurerChannel.Terms terms) {
        return terms.changes().getOrDefault(change.kind(), change.kind().name());
    }

    @Override
    public InsurerChannel.Reply<Answer> say(InsurerChannel channel, byte[] payload, LastLook look) {
        return channel.change(change.claim(), change.kind(), change.number(), payload, look);
    }

    @Override
    public Departure departure(Submission.Sending sending) {
        return Departed.of(change.kind().name(), sending, List.of());
    }

    @Override
    public Finding finding(Claim claim, Query.Found found) {
        Query.LastChange last = found.lastChange();
        if (last == null) {
            return Finding.UNSAID;
        }
        if (last.number() < change.number()) {
            return Finding.NOT_THERE;
        }
        boolean same = last.number() > change.number()
                || found.amount() == null
                || found.amount().compareTo(change.amountAfter()) == 0;
        return same ? Finding.THERE : Finding.OTHER;
    }

    @Override
    public @Nullable Instant stamp(Query.Found found) {
        Query.LastChange last = found.lastChange();
        return last == null || last.number() != change.number() ? null : last.receivedAt();
    }

    @Override
    public void acknowledged(
            Claim claim, Submission.Acknowledged submission, @Nullable String reference, @Nullable Instant receivedAt) {
        books.submissions().update(submission);
        outcomes.told(claim, change, receivedAt == null ? submission.at() : receivedAt, reference);
    }

    @Override
    public void rejected(Claim claim, Submission.Rejected submission, Answer.Refused refusal) {
        books.submissions().update(submission);
        outcomes.withPerson(
                claim,
                change,
                "refused by " + claim.subject().insurer() + ", " + refusal.code() + ": " + refusal.text()
                        + "; correct it and let it go again, or tell it by other means");
    }

    @Override
    public void lost(Claim claim, Submission.OutcomeUnknown submission) {
        books.submissions().update(submission);
        outcomes.lost(claim, change, submission);
    }

    @Override
    public void stillUnknown(Claim claim, String why) {
        // No date closes a change.
    }

    @Override
    public void unclear(Claim claim, String what) {
        outcomes.unclear(claim, change, what);
    }

    @Override
    public void goesAgain(Claim claim) {
        outcomes.known(claim);
    }
}
