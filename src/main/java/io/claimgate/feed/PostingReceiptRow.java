package io.claimgate.feed;

import io.claimgate.accounting.PostingState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an ERP answers to a posting.
 *
 * @param erpDocument its number for the entry
 * @param message why it refused
 */
public record PostingReceiptRow(
        long line,
        String creditor,
        String postingId,
        PostingState.Answer answer,
        @Nullable String erpDocument,
        @Nullable String message,
        UUID hash)
        implements Row {}
