package io.claimgate.receivable;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Receivables that differ in one fact. */
final class Copies {

    private Copies() {}

    static ReceivableFacts foreclosed(ReceivableFacts of) {
        return stored(of, new ReceivableFacts.Stored(ReceivableState.FORECLOSED, null, false));
    }

    static ReceivableFacts stored(ReceivableFacts of, ReceivableFacts.Stored stored) {
        return copy(of, of.extendedDueDate(), of.instalment(), of.currency(), of.absent(), stored);
    }

    static ReceivableFacts absent(ReceivableFacts of) {
        return copy(of, of.extendedDueDate(), of.instalment(), of.currency(), true, of.stored());
    }

    static ReceivableFacts postponedTo(ReceivableFacts of, LocalDate day) {
        return copy(of, day, of.instalment(), of.currency(), of.absent(), of.stored());
    }

    static ReceivableFacts instalment(ReceivableFacts of, int instalment) {
        return copy(of, of.extendedDueDate(), instalment, of.currency(), of.absent(), of.stored());
    }

    static ReceivableFacts in(ReceivableFacts of, String currency) {
        return copy(of, of.extendedDueDate(), of.instalment(), currency, of.absent(), of.stored());
    }

    static ReceivableFacts numbered(ReceivableFacts of, long id, String number) {
        return identified(of, id, number, of.type());
    }

    static ReceivableFacts ofType(ReceivableFacts of, String type) {
        return identified(of, of.id(), of.invoiceNumber(), type);
    }

    private static ReceivableFacts identified(ReceivableFacts of, long id, String number, String type) {
        return new ReceivableFacts(
                id,
                number,
                of.instalment(),
                type,
                of.issueDate(),
                of.originalDueDate(),
                of.extendedDueDate(),
                of.deliveryDate(),
                of.currency(),
                of.gross(),
                of.net(),
                of.disputed(),
                of.precedingInvoice(),
                of.absent(),
                of.stored());
    }

    private static ReceivableFacts copy(
            ReceivableFacts of,
            @Nullable LocalDate extended,
            int instalment,
            String currency,
            boolean absent,
            ReceivableFacts.@Nullable Stored stored) {
        return new ReceivableFacts(
                of.id(),
                of.invoiceNumber(),
                instalment,
                of.type(),
                of.issueDate(),
                of.originalDueDate(),
                extended,
                of.deliveryDate(),
                currency,
                of.gross(),
                of.net(),
                of.disputed(),
                of.precedingInvoice(),
                absent,
                stored);
    }
}
