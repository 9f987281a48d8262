package io.claimgate.store.intake;

/** Statements about staged events. */
final class EventSql {

    private static final String BUYER =
            " buyer_identifier i on i.creditor = s.creditor and i.scheme = :scheme and i.id_value = s.buyer_ref";
    private static final String RECEIVABLE =
            " receivable r on r.creditor = s.creditor and r.invoice_number = s.invoice_number"
                    + " and (s.instalment is null or r.instalment = s.instalment)";
    private static final String FIELDS =
            "select s.line, s.creditor, s.kind, s.event_date, s.aware_on, s.published_on, s.amount,"
                    + " s.new_due_date, s.level, s.channel, s.note, s.row_hash, ";

    /** Each line with each thing that it is about. */
    static final String TARGETS = FIELDS
            + "i.buyer_id, cast(null as bigint) as receivable_id, cast(null as char(3)) as currency from staging_event s join"
            + BUYER + " where s.file_id = :file and s.about_buyer union all " + FIELDS
            + "r.buyer_id, r.id as receivable_id, r.currency from staging_event s join" + RECEIVABLE
            + " where s.file_id = :file and not s.about_buyer";

    static final String UNKNOWN_BUYER = "select s.line, s.buyer_ref from staging_event s left join" + BUYER
            + " where s.file_id = :file and s.buyer_ref is not null and i.buyer_id is null order by s.line";

    static final String UNKNOWN_INVOICE =
            "select s.line, s.invoice_number from staging_event s where s.file_id = :file and s.invoice_number is not null"
                    + " and not exists (select 1 from" + RECEIVABLE.replace(" on ", " where ") + ") order by s.line";

    /** The row names an invoice and a buyer, and the invoice is somebody else's. */
    static final String FOREIGN_INVOICE = "select distinct s.line, s.invoice_number from staging_event s join" + BUYER
            + " join" + RECEIVABLE + " where s.file_id = :file and r.buyer_id <> i.buyer_id order by s.line";

    /** Lines that tell something else of what an earlier line tells. */
    static final String CONTRADICTING = "select distinct l.line, concat(l.kind, ' ', l.event_date) from (" + TARGETS
            + ") l join (" + TARGETS
            + ") e on e.line < l.line and e.creditor = l.creditor and e.kind = l.kind and e.event_date = l.event_date"
            + " and e.buyer_id = l.buyer_id and e.receivable_id is not distinct from l.receivable_id"
            + " and e.level is not distinct from l.level and e.new_due_date is not distinct from l.new_due_date"
            + " and e.row_hash <> l.row_hash order by 1";

    static final String AMOUNTS = "select distinct t.line, t.amount, t.currency from (" + TARGETS
            + ") t where t.amount is not null and t.currency is not null order by t.line";

    static final String RANGE =
            "select * from (" + TARGETS + ") t where t.line > :from and t.line <= :to order by t.line, t.receivable_id";

    static final String KNOWN =
            "select fact_key, row_hash from fact where creditor = :creditor and fact_key in (:keys)";

    static final String INSERT = """
            insert into fact (creditor, kind, fact_date, aware_on, published_on, buyer_id, receivable_id, amount, currency, new_due_date, level,
              channel, note, recorded_by, recorded_at, file_id, source, fact_key, row_hash)
            values (:creditor, :kind, :date, :awareOn, :publishedOn, :buyer, :receivable, :amount, :currency, :newDueDate, :level,
              :channel, :note, :by, :at, :file, :source, :key, :hash)""";

    /** When it was recorded first stays: that day can be the awareness. */
    static final String UPDATE = """
            update fact set aware_on = :awareOn, published_on = :publishedOn, amount = :amount, currency = :currency, channel = :channel,
              note = :note, file_id = :file, source = :source, row_hash = :hash
            where creditor = :creditor and fact_key = :key""";

    private EventSql() {}
}
