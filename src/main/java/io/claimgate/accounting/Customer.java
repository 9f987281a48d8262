package io.claimgate.accounting;

/**
 * The buyer as the books of one ERP know him.
 *
 * @param number the customer number that the invoice names, text
 */
public record Customer(String number, String name) {}
