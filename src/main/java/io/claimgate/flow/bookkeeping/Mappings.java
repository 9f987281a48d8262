package io.claimgate.flow.bookkeeping;

import io.claimgate.accounting.AccountingMapping;

/** How each ERP wants its entries. */
@FunctionalInterface
public interface Mappings {

    /** Its own, or what all get that have none. */
    AccountingMapping of(String source);
}
