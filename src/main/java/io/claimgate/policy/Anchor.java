package io.claimgate.policy;

/** What a period is counted from; the anchor's day is day 0. */
public sealed interface Anchor permits FactAnchor, EndOf {

    /** As a policy writes it, {@code ORIGINAL_DUE_DATE}, {@code END_OF_COVER_STOP}. */
    String text();
}
