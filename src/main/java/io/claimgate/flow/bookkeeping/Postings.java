package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.Customer;
import io.claimgate.accounting.Posting;
import io.claimgate.accounting.PostingState;
import io.claimgate.flow.Departure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Postings and their lines. All calls join the caller's transaction. */
public interface Postings {

    /** Whether the cause has made postings already. */
    boolean booked(String cause);

    /** Whom the invoice of each receivable names. */
    Map<Long, Customer> customers(Collection<Long> receivables);

    void insert(Posting posting, Instant now, String configHash);

    /** Those of the source that no file has, in the order in which they were made. */
    List<Posting> open(String source, int most);

    /** The number of the next entry in the books of a creditor. */
    long nextEntry(String source, String creditor);

    /**
     * Gives them to a batch.
     *
     * @param entries the number of each, by id
     * @return false if one of them was no longer open
     */
    boolean fix(OutBatch batch, Map<String, Long> entries);

    /** A batch's entries, by posting. */
    Map<String, Departure.Entry> entries(OutBatch batch);

    /**
     * The file in which an entry of the posting stands with other content: it was written before the database was restored, and its facts have
     * come in another order since. Empty where there is none.
     */
    Optional<String> writtenOtherwise(Posting posting);

    /** The payments that a batch's entries are about. */
    List<Departure.Payment> payments(OutBatch batch);

    /** Those of a batch, in the order of their entries. */
    List<Standing> of(OutBatch batch);

    /** The batch's file was there: those that wait for it are WRITTEN now, and returned. */
    List<Standing> written(OutBatch batch);

    /** One for change, with what was answered; empty if there is none of this source and creditor. */
    Optional<Standing> lock(String postingId, String source, String creditor);

    void answer(Standing posting, PostingState state, @Nullable String document, @Nullable String message, Instant now);

    /**
     * Where one stands.
     *
     * @param batch the file that tells of it; null while it is open
     * @param erpDocument as the ERP answered
     */
    record Standing(
            String id,
            String source,
            String creditor,
            String claimKey,
            PostingState state,
            @Nullable Long batch,
            @Nullable String erpDocument,
            @Nullable String erpMessage) {

        /** The stream of its events, and the subject of its alerts. */
        String subject() {
            return "posting/" + id;
        }
    }
}
