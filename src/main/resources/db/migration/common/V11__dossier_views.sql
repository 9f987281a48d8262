-- Dossiers and transfers as people and their tools read them.

create view v_dossier as
select d.claim_key, d.creditor, d.insurer, d.state, d.required, d.present, d.missing, d.complete_on, d.updated_at,
       k.safe_on, k.closes_on as due_on, k.status as clock
  from dossier d
  join claim c on c.claim_key = d.claim_key
  left join deadline k on k.exposure_id = c.exposure_id and k.episode = c.episode and k.kind = 'documents' and k.current = true;

-- What was carried and not confirmed yet is a submission SENDING with a transport receipt: CARRIED.
create view v_transfer as
select t.submission_id, t.claim_key, t.creditor, s.attempt as transfer_no, t.channel, t.name, t.size_bytes,
       case when s.state = 'ACKNOWLEDGED' then 'RECEIVED'
            when s.state = 'SENDING' and t.carried_at is not null then 'CARRIED'
            else s.state end as state,
       s.calls, s.payload_sha256, s.intent_at, s.sent_at, t.carried_at, t.received_at, t.receipt, s.error
  from transfer t
  join submission s on s.id = t.submission_id;

-- Every document that serves a claim, with its last transfer; the same bytes of one kind travel once for all that they are tied to.
create view v_document as
select w.claim_key, d.creditor, d.id, d.kind, d.name, d.sha256, d.size_bytes, d.media_type, d.language, d.tie, r.invoice_number, d.origin, d.received_at,
       t.transfer_no, t.channel, coalesce(t.state, 'NOT_SENT') as sent, t.carried_at, t.received_at as confirmed_at, t.receipt
  from (select o.claim_key, o.id from document o where o.claim_key is not null
        union
        select c.claim_key, o.id from claim c join document o on o.buyer_id = c.buyer_id
        union
        select l.claim_key, o.id
          from claim_line l
          join claim c on c.claim_key = l.claim_key
          join receivable i on i.creditor = c.creditor and i.invoice_number = l.invoice_number
          join document o on o.receivable_id = i.id) w
  join document d on d.id = w.id
  left join receivable r on r.id = d.receivable_id
  left join v_transfer t on t.submission_id =
       (select max(x.submission_id)
          from transfer_document x
          join document b on b.id = x.document_id
          join transfer y on y.submission_id = x.submission_id
         where y.claim_key = w.claim_key and b.kind = d.kind and b.sha256 = d.sha256);

create view v_count_document as
select coalesce(sum(size_bytes), 0) as bytes from transfer where received_at is not null;
