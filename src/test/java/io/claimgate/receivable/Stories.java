package io.claimgate.receivable;

import static io.claimgate.receivable.Given.MEP_60;
import static io.claimgate.receivable.Given.TWO_TO_FOUR_MONTHS;

import io.claimgate.deadline.Deadline;
import io.claimgate.policy.DeadlineKind;
import java.util.List;

/** Deadlines of every kind of rule, for explanations. */
record Stories(String name, Given given, String day, String kind) {

    private static final String COVER_STOP = MEP_60.lines().findFirst().orElseThrow() + "\n";

    static List<Stories> all() {
        return List.of(
                plain("opening, target and lead business days", TWO_TO_FOUR_MONTHS, "declaration"),
                plain("cover stop", MEP_60, "cover-stop"),
                plain("counted from the end of another clock", MEP_60, "declaration"),
                plain("a single day", "declaration: {closes: ORIGINAL_DUE_DATE + P1Y2M1D}", "declaration"),
                plain(
                        "the due date itself",
                        "cover-stop: {closes: ORIGINAL_DUE_DATE + P0D}\ndeclaration: {closes: END_OF_COVER_STOP + P30D}",
                        "cover-stop"),
                plain(
                        "latest of, one date not known: provisional",
                        COVER_STOP
                                + "declaration: {closes: {latestOf: [DELIVERY_DATE + P180D, END_OF_COVER_STOP + P90D]}}",
                        "declaration"),
                plain("unknown", "declaration: {closes: DELIVERY_DATE + P90D}", "declaration"),
                plain(
                        "statutory, rolls",
                        MEP_60 + "proof-of-claim: {closes: ORIGINAL_DUE_DATE + P60D, roll: next-working-day}",
                        "proof-of-claim"),
                plain(
                        "a clock that the policy named",
                        MEP_60 + "vat-notice: {closes: INVOICE_DATE + P40Y, calendar: [FR, DE]}",
                        "vat-notice"),
                new Stories("instalment and two calendars", instalment(), "2026-05-01", "declaration"),
                new Stories(
                        "earliest of, insolvency",
                        insolvency("insolvency: {closes: {earliestOf: [AWARENESS + P10D, INSOLVENCY_OPENED + P90D]}}"),
                        "2026-05-15",
                        "insolvency"),
                new Stories(
                        "proof of claim of a creditor abroad",
                        insolvency("proof-of-claim: {closes: PUBLICATION + P4M, roll: next-working-day}"),
                        "2026-05-15",
                        "proof-of-claim"),
                new Stories("an insurer's circular", overlay("2020-06-30"), "2020-07-10", "declaration"),
                new Stories("month-end cutoff", cutoff(), "2026-07-01", "cover-stop"),
                new Stories("month-end cutoff, moved once", cutoff(), "2026-07-01", "declaration"),
                new Stories("the insurer consented", consent(), "2026-05-29", "declaration"),
                new Stories("notice of a limit", notice(), "2026-06-12", "limit-notice"),
                new Stories("dossier", declared(), "2026-07-10", "documents"),
                new Stories("waiting period", declared(), "2026-07-10", "waiting"),
                new Stories("the insurer pays", declared(), "2026-07-10", "indemnity"));
    }

    Deadline deadline() {
        return given.on(day).deadline(new DeadlineKind(kind)).orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stories plain(String name, String deadlines, String kind) {
        return new Stories(name, Given.deadlines(deadlines).receivable("A", "1.00", "2026-03-31"), "2026-05-01", kind);
    }

    private static Given instalment() {
        Given given = Given.deadlines(MEP_60, "calendar: [FR, BE]").receivable("A/7", "1.00", "2026-03-31");
        ReceivableFacts first = given.facts("A/7");
        given.receivables.clear();
        return given.add(Copies.instalment(first, 2));
    }

    private static Given insolvency(String rule) {
        return Given.deadlines(MEP_60 + rule)
                .receivable("A", "1.00", "2026-04-30")
                .event(EventKind.INSOLVENCY, "2026-05-05", "2026-05-07", "2026-05-20", null);
    }

    private static Given overlay(String due) {
        return Given.deadlines(
                        MEP_60,
                        "overlays: [{id: relief, source: circular 7, dated: 2020-04-01, kind: declaration, end: {of: cover-stop, to: 2020-08-31}, closes: END_OF_COVER_STOP + P60D}]")
                .receivable("A", "1.00", due);
    }

    private static Given cutoff() {
        return Given.deadlines("""
                        cover-stop: {closes: {anchor: ORIGINAL_DUE_DATE, period: P30D}}
                        declaration: {closes: {anchor: END_OF_COVER_STOP, period: P30D}}
                        """, "monthEndCutoff: {day: 24, substituteDay: 2}")
                .receivable("A", "1.00", "2026-06-24", "2026-06-26", null);
    }

    private static Given consent() {
        return Given.deadlines(MEP_60, "consent: {declaration: EXTENDED_DUE_DATE + P30D}")
                .receivable("A", "1.00", "2026-03-31")
                .event(EventKind.EXTENSION, "2026-05-20", null, null, "2026-06-30")
                .event(EventKind.CONSENT, "2026-05-28", null, null, "2026-06-30");
    }

    private static Given notice() {
        return Given.deadlines(MEP_60 + "limit-notice: {closes: LIMIT_NOTICE + P10D}")
                .receivable("A", "1.00", "2026-04-30")
                .event(EventKind.LIMIT_NOTICE, "2026-06-10");
    }

    private static Given declared() {
        return Given.deadlines(MEP_60 + """
                        documents: {closes: DECLARED + P30D}
                        waiting: {closes: FILE_COMPLETE + P5M}
                        indemnity: {closes: END_OF_WAITING + P1M}
                        """)
                .receivable("A", "1.00", "2026-04-01")
                .declared("2026-06-10T10:00:00Z")
                .event(EventKind.FILE_COMPLETE, "2026-07-08");
    }
}
