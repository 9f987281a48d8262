package io.claimgate.feed;

import io.claimgate.money.FxRate;
import java.util.UUID;

/** A published rate, for the receivables of one creditor. */
public record RateRow(long line, String creditor, FxRate rate, UUID hash) implements Row {}
