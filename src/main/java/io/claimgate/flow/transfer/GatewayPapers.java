package io.claimgate.flow.transfer;

import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimLine;
import io.claimgate.claim.Debtor;
import io.claimgate.dossier.DocumentKind;
import io.claimgate.dossier.Evidence;
import io.claimgate.dossier.Wanted;
import io.claimgate.flow.Vault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The documents that the gateway makes itself, where nobody brought one: the statement of account, and records of reminders and notices. */
final class GatewayPapers {

    private static final List<DocumentKind> NOTICES = List.of(DocumentKind.REMINDER, DocumentKind.FORMAL_NOTICE);

    private final TransferBooks books;
    private final Vault vault;
    private final PaperMaker maker;

    GatewayPapers(TransferBooks books, Vault vault, PaperMaker maker) {
        this.books = books;
        this.vault = vault;
        this.maker = maker;
    }

    /** Makes what is wanted, not there, and stands in our books; in the caller's transaction. Whether anything was made. */
    boolean make(Claim claim, Wanted wanted, List<Evidence> evidence) {
        boolean made = false;
        if (lacks(DocumentKind.STATEMENT, wanted, evidence)) {
            keep(claim, DocumentKind.STATEMENT, maker.statement(statement(claim)));
            made = true;
        }
        for (DocumentKind kind : NOTICES) {
            List<Notice> notices =
                    lacks(kind, wanted, evidence) ? books.dossiers().notices(claim, kind) : List.of();
            if (!notices.isEmpty()) {
                Debtor debtor = books.claims().debtor(claim.subject());
                keep(
                        claim,
                        kind,
                        maker.notices(
                                kind, claim.subject().creditor(), claim.key().value(), debtor, notices));
                made = true;
            }
        }
        return made;
    }

    private static boolean lacks(DocumentKind kind, Wanted wanted, List<Evidence> evidence) {
        return wanted.kinds().containsKey(kind)
                && evidence.stream().noneMatch(one -> one.document().kind() == kind);
    }

    private Statement statement(Claim claim) {
        LocalDate asOf = claim.window().day(java.util.Objects.requireNonNull(claim.declaredAt(), "claim not declared"));
        Map<Long, BigDecimal> gross = books.dossiers().grossAmounts(claim);
        List<Statement.Line> lines = books.claims().lines(claim.key()).stream()
                .map((ClaimLine line) ->
                        new Statement.Line(line, gross.getOrDefault(line.receivableId(), line.amount())))
                .toList();
        return new Statement(
                claim.subject().creditor(),
                claim.key().value(),
                claim.subject().policy(),
                books.claims().debtor(claim.subject()),
                asOf,
                claim.currency(),
                lines,
                books.dossiers().payments(claim, asOf),
                claim.amount());
    }

    private void keep(Claim claim, DocumentKind kind, byte[] pdf) {
        Vault.Stored stored = vault.put(claim.subject().creditor(), "DOCUMENT", pdf);
        String name = kind.name().toLowerCase(Locale.ROOT) + "-" + claim.key() + ".pdf";
        books.dossiers().made(claim, kind, name, stored);
    }
}
