package io.claimgate.intake;

/** A source with every sort of feed, and some rows. */
public final class Acme {

    public static final String MAPPING = """
            source: acme
            creditor: ACME-FR
            payments: explicit
            feeds:
              - {name: buyers, kind: buyers, match: "buyers*.csv"}
              - {name: invoices, kind: invoices, match: "invoices*.csv"}
              - {name: payments, kind: payments, match: "payments*.csv"}
              - {name: strict, kind: invoices, match: "strict*.csv", onReject: all-or-nothing}
              - {name: marked, kind: invoices, match: "marked*.csv", ready: marker}
              - {name: events, kind: events, match: "events*.csv"}
              - {name: documents, kind: documents, match: "*.*", format: none, fileName: {pattern: "{kind}_{invoiceNumber}.*"}}
            """;

    public static final String HEADER =
            "invoiceNumber,issueDate,dueDate,currency,grossAmount,buyerId,buyerName,buyerCountry\n";
    public static final String A = "A,2026-03-01,2026-03-31,EUR,100.00,C1,Alpha,FR\n";
    public static final String B = "B,2026-03-02,2026-04-30,EUR,250.50,C2,Beta,BE\n";

    private Acme() {}
}
