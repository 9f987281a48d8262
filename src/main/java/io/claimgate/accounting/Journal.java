package io.claimgate.accounting;

/**
 * What a FEC says of the journal.
 *
 * @param currency in which the books are kept; an entry in another one needs a rate, and is a person's
 */
public record Journal(String code, String label, String currency) {}
