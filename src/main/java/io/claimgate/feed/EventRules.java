package io.claimgate.feed;

import io.claimgate.receivable.EventKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which events an ERP may tell of, and what each must say (contracts.md 2). */
final class EventRules {

    /** What insurers alone can know (receipts, dates of loss) is not among them. */
    static final Set<EventKind> TOLD_BY_ERPS = EnumSet.range(EventKind.DISPUTE_OPENED, EventKind.CONSENT);

    /** They concern the buyer, whatever invoice brought them to light. */
    static final Set<EventKind> OF_THE_BUYER =
            EnumSet.of(EventKind.INSOLVENCY, EventKind.ADVERSE_INFO, EventKind.LIMIT_NOTICE);

    /** They concern an invoice, and nothing else of its buyer. */
    static final Set<EventKind> OF_AN_INVOICE = EnumSet.of(EventKind.DISPUTE_OPENED, EventKind.DISPUTE_RESOLVED);

    /** They say until when. */
    static final Set<EventKind> WITH_NEW_DUE_DATE =
            EnumSet.of(EventKind.EXTENSION, EventKind.PAYMENT_PLAN, EventKind.CONSENT);

    static final String WORDS = TOLD_BY_ERPS.stream().map(EventKind::name).collect(Collectors.joining(", "));

    private EventRules() {}
}
