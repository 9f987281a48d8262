package io.claimgate.flow.transfer;

import io.claimgate.claim.Debtor;
import io.claimgate.dossier.DocumentKind;
import java.util.List;

/** Makes PDF documents of what stands in our books. The same facts give the same bytes. */
public interface PaperMaker {

    byte[] statement(Statement statement);

    /**
     * The record of reminders or formal notices that were sent.
     *
     * @param kind REMINDER or FORMAL_NOTICE
     * @param notices at least one, oldest first
     */
    byte[] notices(DocumentKind kind, String creditor, String claimKey, Debtor debtor, List<Notice> notices);
}
