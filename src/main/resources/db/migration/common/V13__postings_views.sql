-- What REST, console and metrics read of accounting out.

create view v_posting as
select p.posting_id, p.made_no, p.source, p.creditor, p.claim_key, p.cause, p.event, p.state, p.insurer, p.insurer_reference, p.booked_on,
       p.currency, p.text, p.made_at, p.batch_id, b.name as file, b.state as batch_state, b.written_at, p.answered_at, p.erp_document,
       p.erp_message, p.config_hash
  from posting p
  left join out_batch b on b.id = p.batch_id;

create view v_posting_line as
select l.posting_id, p.creditor, l.line, l.account, l.account_label, l.auxiliary, l.auxiliary_label, l.debit, l.credit, p.currency,
       l.invoice_number
  from posting_line l
  join posting p on p.posting_id = l.posting_id;

create view v_out_batch as
select id, kind, source, creditor, name, sha256, size_bytes, items, state, fixed_at, written_at, written_by
  from out_batch;

create view v_supply_hold as
select h.id, h.exposure_id, h.creditor, h.buyer_id, b.customer_no, b.name as buyer_name, h.since, h.reason, h.opened_at, h.lifted_on,
       h.lifted_at
  from supply_hold h
  join buyer b on b.id = h.buyer_id;

create view v_count_posting as
select state, count(*) as n from posting group by state;
