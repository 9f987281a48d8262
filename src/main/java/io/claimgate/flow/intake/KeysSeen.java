package io.claimgate.flow.intake;

import io.claimgate.feed.BuyerRow;
import io.claimgate.feed.EventRow;
import io.claimgate.feed.InvoiceRow;
import io.claimgate.feed.PaymentRow;
import io.claimgate.feed.PostingReceiptRow;
import io.claimgate.feed.RateRow;
import io.claimgate.feed.Row;

/**
 * Whether a business key may stand twice in a file, in bounded memory: a set of 64-bit hashes that gives up when it is full. Its "no" is
 * certain, its "yes" is looked at in the database. It spares the search, a sort of the whole file, in the files of every day.
 */
final class KeysSeen {

    private static final int SLOTS = 1 << 22;
    private static final int MOST = SLOTS / 4 * 3;
    private static final int FIRST_SLOTS = 1 << 12;

    private long[] slots = new long[FIRST_SLOTS];
    private int size;
    private boolean mayRepeat;

    /** For a file of which a part was read by somebody else. */
    static KeysSeen unknown() {
        KeysSeen unknown = new KeysSeen();
        unknown.giveUp();
        return unknown;
    }

    void add(Row row) {
        if (mayRepeat) {
            return;
        }
        if (row instanceof EventRow) {
            // Which buyer a number means, and which instalments an invoice has, only the books know.
            giveUp();
            return;
        }
        long hash = hash(row);
        if (size >= slots.length / 4 * 3) {
            if (size >= MOST) {
                giveUp();
                return;
            }
            grow();
        }
        if (!put(slots, hash)) {
            giveUp();
            return;
        }
        size++;
    }

    boolean mayRepeat() {
        return mayRepeat;
    }

    private void giveUp() {
        mayRepeat = true;
        slots = new long[0];
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        return true;
    }

    private static long hash(Row row) {
        long hash = mixed(1125899906842597L, row.creditor());
        if (row instanceof InvoiceRow invoice) {
            hash = mixed(hash, invoice.invoiceNumber()) * 31 + invoice.instalment();
        } else if (row instanceof PaymentRow payment) {
            hash = mixed(hash, payment.paymentId());
        } else if (row instanceof BuyerRow buyer) {
            hash = mixed(hash, buyer.buyer().ref());
            hash = mixed(hash, String.valueOf(buyer.limitType())) * 31
                    + String.valueOf(buyer.limitFrom()).hashCode();
        }
        if (row instanceof PostingReceiptRow receipt) {
            hash = mixed(hash, receipt.postingId());
        }
        if (row instanceof RateRow rate) {
            hash = mixed(mixed(hash, rate.rate().from()), rate.rate().to()) * 31
                    + rate.rate().on().hashCode();
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = mixed * 1099511628211L + text.charAt(i) + 1;
        }
        return mixed * 31 + text.length();
    }
}
