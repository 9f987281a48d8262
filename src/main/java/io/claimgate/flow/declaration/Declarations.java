package io.claimgate.flow.declaration;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.ClaimState;
import io.claimgate.claim.ClaimSubject;
import io.claimgate.claim.Submission;
import io.claimgate.flow.Ideas;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins claims, keeps those that were not rendered yet equal to the ledger, and takes them back. */
public final class Declarations {

    private final Books books;
    private final Ideas ideas;
    private final ConfigurationStamp configuration;
    private final ClaimEvents events;

    public Declarations(Books books, Ideas ideas, ConfigurationStamp configuration) {
        this.books = books;
        this.ideas = ideas;
        this.configuration = configuration;
        this.events = new ClaimEvents(ideas);
    }

    /**
     * Writes the claim and plans its declaration, in the caller's transaction. The same draft again changes nothing; one with other lines
     * replaces those of a claim of which no byte has been rendered yet.
     *
     * @param actor who wants it; may not approve it
     * @throws IllegalStateException if another loss has the same key
     */
    public ClaimKey draft(ClaimDraft draft, String actor) {
        ClaimKey key = draft.key();
        Optional<Claim> existing = books.claims().lock(key);
        if (existing.isPresent()) {
            same(key, existing.get().subject(), draft.subject());
            revise(existing.get(), draft, actor);
            return key;
        }
        Instant now = ideas.now();
        Claim claim = claim(key, draft, actor, now);
        books.claims().insert(claim, draft.lines());
        events.record(
                claim,
                "drafted",
                actor,
                Map.of(
                        "episode", draft.subject().episode(),
                        "policy", draft.subject().policy(),
                        "policyVersion", draft.subject().policyVersion(),
                        "insurer", draft.subject().insurer(),
                        "amount", draft.amount(),
                        "currency", draft.currency(),
                        "cause", draft.cause(),
                        "closesOn", draft.window().closesOn()));
        arm(claim, now);
        return key;
    }

    /** Claims of the exposure that the machine still works at, oldest first. */
    public List<Claim> undeclared(long exposureId) {
        return books.claims().undeclaredOf(exposureId);
    }

    /**
     * Ends a claim of which the insurer has nothing, in the caller's transaction. One that was never sent is removed, so that a bounced
     * payment which brings the same loss back finds its key free; one that was tried is WITHDRAWN.
     *
     * @return false if the insurer has it or may have it, or it has ended already
     */
    public boolean takeBack(ClaimKey key, String actor, String reason) {
        Claim claim = books.claims().lock(key).orElseThrow();
        Optional<Submission> latest = books.submissions().latest(key);
        if (!claim.state().undeclared() || !latest.map(Submission::nothingThere).orElse(true)) {
            return false;
        }
        if (latest.isEmpty() && books.claims().delete(key)) {
            events.record(claim, "dropped", actor, Map.of("reason", reason));
        } else {
            Claim withdrawn = claim.withdrawn();
            books.claims().update(withdrawn);
            events.record(withdrawn, "withdrawn", actor, Map.of("reason", reason));
        }
        events.clearAll(claim, actor);
        arm(claim, ideas.now());
        return true;
    }

    private void revise(Claim claim, ClaimDraft draft, String actor) {
        boolean rendered =
                claim.state() == ClaimState.DECLARING || !claim.state().undeclared();
        if (rendered || books.claims().lines(claim.key()).equals(sorted(draft.lines()))) {
            return;
        }
        books.claims().revise(claim, draft.amount(), draft.window(), draft.lines());
        events.record(
                claim,
                "revised",
                actor,
                Map.of(
                        "amount",
                        draft.amount(),
                        "before",
                        claim.amount(),
                        "lines",
                        draft.lines().size()));
        arm(claim, ideas.now());
    }

    private void arm(Claim claim, Instant dueAt) {
        ideas.tasks()
                .arm(
                        ClaimHandler.KIND,
                        claim.key().value(),
                        claim.subject().creditor(),
                        dueAt,
                        claim.window().closeAt());
    }

    private static List<ClaimLine> sorted(List<ClaimLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(ClaimLine::dueDate)
                        .thenComparing(ClaimLine::issueDate)
                        .thenComparing(ClaimLine::invoiceNumber)
                        .thenComparing(ClaimLine::instalment))
                .toList();
    }

    private Claim claim(ClaimKey key, ClaimDraft draft, String actor, Instant now) {
        return new Claim(
                key,
                draft.subject(),
                draft.window(),
                draft.rule(),
                draft.amount(),
                draft.currency(),
                draft.cause(),
                actor,
                now,
                configuration.hash(),
                ClaimState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private static void same(ClaimKey key, ClaimSubject existing, ClaimSubject wanted) {
        boolean same = existing.contract().equals(wanted.contract())
                && existing.creditor().equals(wanted.creditor())
                && existing.buyerId() == wanted.buyerId()
                && existing.governing() == wanted.governing()
                && existing.episode() == wanted.episode();
        if (!same) {
            throw new IllegalStateException("claim key " + key + " of exposure " + wanted.exposureId() + " episode "
                    + wanted.episode() + " is taken by exposure " + existing.exposureId() + " episode "
                    + existing.episode());
        }
    }
}
