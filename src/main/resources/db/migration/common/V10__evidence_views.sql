-- Evidence as people and their tools read it.

create view v_evidence as
select d.id, d.creditor, d.kind, d.name, d.sha256, d.size_bytes, d.media_type, d.language, d.tie, d.receivable_id, r.invoice_number, r.instalment,
       d.buyer_id, b.customer_no, d.claim_key, d.origin, d.file_id, d.received_at
  from document d
  left join receivable r on r.id = d.receivable_id
  left join buyer b on b.id = d.buyer_id;

-- Every document that serves a claim: its own, those of its receivables, those of its buyer. A document has one tie, so none comes twice.
create view v_claim_evidence as
select c.claim_key as of_claim, e.* from claim c join v_evidence e on e.claim_key = c.claim_key and e.creditor = c.creditor
union all
select l.claim_key as of_claim, e.* from claim_line l join v_evidence e on e.receivable_id = l.receivable_id
union all
select c.claim_key as of_claim, e.* from claim c join v_evidence e on e.buyer_id = c.buyer_id;
