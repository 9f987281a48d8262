package io.claimgate.flow.transfer;

import io.claimgate.flow.MessageLog;
import io.claimgate.flow.declaration.ClaimStore;
import io.claimgate.flow.declaration.Pauses;

/** What transferring reads and writes. */
public record TransferBooks(
        ClaimStore claims, DossierStore dossiers, TransferStore transfers, MessageLog messages, Pauses pauses) {}
