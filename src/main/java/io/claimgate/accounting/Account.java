package io.claimgate.accounting;

/**
 * An account of a chart.
 *
 * @param number as the ERP knows it, text: {@code 467}
 * @param label its name in the chart
 */
public record Account(String number, String label) {}
