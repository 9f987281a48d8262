package io.claimgate.flow.restore;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.TaskKinds;
import io.claimgate.flow.declaration.Books;
import java.util.List;

/** Has insurers asked for every claim that is not known to be there; the claims' own tasks do it. */
public final class ClaimsAsked {

    private final RestoreBook book;
    private final Books books;
    private final Ideas ideas;

    public ClaimsAsked(RestoreBook book, Books books, Ideas ideas) {
        this.book = book;
        this.books = books;
        this.ideas = ideas;
    }

    /** Whether each has its answer, or a person. */
    boolean asked(Restore restore) {
        return Boolean.TRUE.equals(ideas.transactions().execute(status -> {
            List<ClaimKey> unasked = book.unasked(restore);
            unasked.forEach(key -> books.claims().find(key).ifPresent(this::arm));
            book.refresh(restore);
            return unasked.isEmpty() && book.count(restore, Restores.State.OPEN) == 0;
        }));
    }

    private void arm(Claim claim) {
        ideas.tasks()
                .arm(
                        TaskKinds.CLAIM,
                        claim.key().value(),
                        claim.subject().creditor(),
                        ideas.now(),
                        claim.window().closeAt());
    }
}
