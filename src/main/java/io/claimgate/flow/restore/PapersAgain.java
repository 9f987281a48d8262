package io.claimgate.flow.restore;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimKey;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.flow.Departure;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Restore;
import io.claimgate.flow.Restores;
import io.claimgate.flow.Vault;
import io.claimgate.flow.transfer.TransferBooks;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts documents back that travelled and that no file of an ERP brings again: what the gateway made itself, so that it does not make another
 * one, and what people uploaded. In the caller's transaction.
 */
public final class PapersAgain {

    private final RestoreBook book;
    private final FilesAgain.VaultLook vault;
    private final TransferBooks books;
    private final Ideas ideas;

    public PapersAgain(RestoreBook book, FilesAgain.VaultLook vault, TransferBooks books, Ideas ideas) {
        this.book = book;
        this.vault = vault;
        this.books = books;
        this.ideas = ideas;
    }

    void again(Restore restore, Departure.MessageSent sent) {
        Optional<Claim> claim =
                sent.papers().isEmpty() ? Optional.empty() : books.claims().lock(new ClaimKey(sent.claimKey()));
        if (claim.isEmpty()) {
            return;
        }
        Set<String> there = books.dossiers().evidence(claim.get()).stream()
                .map(one -> one.document().sha256())
                .collect(Collectors.toSet());
        sent.papers().stream()
                .filter(paper -> !there.contains(paper.sha256()))
                .forEach(paper -> again(restore, claim.get(), paper));
    }

    private void again(Restore restore, Claim claim, Departure.Paper paper) {
        boolean back = vault.has(paper.sha256()) && paper.mediaType().equals("application/pdf");
        String name = paper.name().replaceFirst("^\\d{3}_", "");
        if (back) {
            ideas.vault()
                    .put(
                            claim.subject().creditor(),
                            Vault.DOCUMENT,
                            ideas.vault().read(paper.sha256()));
            books.dossiers()
                    .made(
                            claim,
                            DocumentKind.valueOf(paper.kind()),
                            name,
                            new Vault.Stored(paper.sha256(), paper.size()));
        }
        book.item(
                restore,
                RestoreBook.Kind.DOCUMENT,
                claim.key() + "/" + name,
                claim.subject().creditor(),
                back ? Restores.State.DONE : Restores.State.UNCLEAR,
                back
                        ? "travelled before; put back"
                        : "travelled before and is not in the books; upload it to the claim again");
    }
}
