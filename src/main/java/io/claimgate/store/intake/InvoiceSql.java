package io.claimgate.store.intake;

/** The statements that bring a range of staged invoices into the books; {@code applying} holds the lines that change something. */
final class InvoiceSql {

    static final String SAME_KEY =
            "r.creditor = s.creditor and r.invoice_number = s.invoice_number and r.instalment = s.instalment";

    static final String RANGE = " s.file_id = :file and s.line > :from and s.line <= :to";

    private static final String STAGED = " applying a join staging_invoice s on s.file_id = :file and s.line = a.line";

    /** New keys, other content, another policy by now, absent before. What a later file has said stays (a hold released late). */
    static final String FIND_CHANGES =
            "select s.line, r.id from staging_invoice s left join receivable r on " + SAME_KEY + " where" + RANGE
                    + " and (r.id is null or (r.last_file < :file and (r.row_hash <> s.row_hash or r.absent or r.source <> :source"
                    + " or r.policy is distinct from s.policy)))";

    static final String COUNT_SETTLED = "select count(*) from" + STAGED
            + " join receivable r on r.id = a.target_id where s.open_amount = 0 and r.open_amount > 0 and not r.absent and s.type <> '381'";

    static final String EXPOSURES_OF_CHANGED =
            "select distinct r.exposure_id as id, r.creditor from applying a join receivable r on r.id = a.target_id"
                    + " where r.exposure_id is not null";

    static final String EXPOSURES_OF_NEW =
            "select distinct r.exposure_id as id, r.creditor from receivable r where r.id > :before"
                    + " and r.first_file = :file and r.exposure_id is not null";

    private static final String HUNG_ON =
            " join buyer_identifier i on i.creditor = s.creditor and i.scheme = :scheme and i.id_value = s.buyer_ref"
                    + " left join exposure e on e.contract = s.contract and e.creditor = s.creditor and e.buyer_id = i.buyer_id ";

    /** The first accepted due date is frozen: an earlier one tightens, a later one is kept beside it only; what persons corrected stands as long as the ERP repeats itself (deadlines.md 7). */
    static final String UPDATE_CHANGED = """
            update receivable set source = :source, absent = false, last_file = :file, updated_at = :now,
              original_due_date = case when original_due_date is null
                or (select s.due_date from applying a join staging_invoice s on s.file_id = :file and s.line = a.line where a.target_id = receivable.id
                  and s.due_date is distinct from receivable.corrected_from) < original_due_date
                then (select s.due_date from applying a join staging_invoice s on s.file_id = :file and s.line = a.line where a.target_id = receivable.id)
                else original_due_date end,
              (type, issue_date, due_date, extended_due_date, delivery_date, currency, gross_amount, net_amount, open_amount, disputed_amount,
               order_number, delivery_note, payment_reference, goods, preceding_invoice, buyer_id, buyer_ref, policy, exposure_id, row_hash) =
              (select s.type, s.issue_date, s.due_date, s.extended_due_date, s.delivery_date, s.currency, s.gross_amount, s.net_amount, s.open_amount,
               s.disputed_amount, s.order_number, s.delivery_note, s.payment_reference, s.goods, s.preceding_invoice, i.buyer_id, s.buyer_ref, s.policy,
               e.id, s.row_hash from""" + STAGED + HUNG_ON + """
             where a.target_id = receivable.id)
            where id in (select target_id from applying where target_id is not null)""";

    static final String INSERT_NEW = """
            insert into receivable (creditor, source, invoice_number, instalment, type, issue_date, due_date, original_due_date, extended_due_date,
              delivery_date, currency, gross_amount, net_amount, open_amount, disputed_amount, order_number, delivery_note, payment_reference, goods,
              preceding_invoice, buyer_id, buyer_ref, policy, exposure_id, row_hash, first_file, last_file, created_at, updated_at)
            select s.creditor, cast(:source as varchar(60)), s.invoice_number, s.instalment, s.type, s.issue_date, s.due_date, s.due_date, s.extended_due_date,
              s.delivery_date, s.currency, s.gross_amount, s.net_amount, s.open_amount, s.disputed_amount, s.order_number, s.delivery_note,
              s.payment_reference, s.goods, s.preceding_invoice, i.buyer_id, s.buyer_ref, s.policy, e.id, s.row_hash, cast(:file as bigint),
              cast(:file as bigint), cast(:now as timestamp(6) with time zone), cast(:now as timestamp(6) with time zone)
            from""" + STAGED + HUNG_ON + """
             where a.target_id is null order by s.line""";

    static final String WARN_NO_POLICY = """
            insert into file_fault (file_id, line, no, field, code, message, warning)
            select s.file_id, s.line, 100, 'policy', 'ERP-205', 'no policy covers this receivable; it is kept without deadlines', true
            from""" + STAGED + " where s.contract is null";

    private InvoiceSql() {}
}
