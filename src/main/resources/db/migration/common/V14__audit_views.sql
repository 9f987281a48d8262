-- The sealed history, and everything that proves how one claim was handled.

create view v_audit_event as
select e.id, e.stream, e.seq, e.at, e.recorded_at, e.actor, e.type, e.version, e.creditor, e.commitment, e.block_id as block, b.sealed_at,
       p.salt, p.payload
  from event e
  left join event_block b on b.id = e.block_id
  left join event_payload p on p.event_id = e.id;

create view v_block as
select id as number, first_event, last_event, events, merkle_root, previous_hash, hash, signature, key_id, sealed_at
  from event_block;

create view v_evidence_claim as
select c.claim_key, c.creditor, c.exposure_id, c.episode, c.contract, c.policy, c.policy_version, c.insurer, c.buyer_id, b.customer_no,
       b.name as buyer_name, b.country as buyer_country, c.state, c.held, c.amount, c.currency, c.cause, c.opens_on, c.safe_on, c.closes_on,
       c.close_at, c.drafted_at, c.released_on, c.released_by, c.requested_by, c.declared_at, c.insurer_claim_number, c.manual_reference,
       c.manual_at, c.manual_evidence, c.zone, c.config_hash
  from claim c
  join buyer b on b.id = c.buyer_id;

create view v_evidence_message as
select id, claim_key, creditor, direction, partner, operation, submission_id, sha256, content_type, size_bytes, at, system_at, outcome
  from message;

create view v_evidence_submission as
select s.id, s.claim_key, s.creditor, s.operation, s.attempt, s.state, s.insurer, s.payload_sha256, s.intent_at, s.sent_at, s.sent_system_at,
       s.finished_at, s.calls, s.asked, s.insurer_reference, s.error, t.channel, t.name as transfer_name, t.size_bytes, t.carried_at,
       t.received_at, t.receipt
  from submission s
  left join transfer t on t.submission_id = s.id;

-- What lies in the dossier: tied to the claim, to one of its receivables or to its buyer, and whatever was sent.
create view v_evidence_document as
select x.claim_key, d.id, d.creditor, d.kind, d.name, d.sha256, d.size_bytes, d.media_type, d.language, d.tie, d.origin, d.received_at
  from document d
  join (select claim_key, id as document_id from document where claim_key is not null
        union
        select l.claim_key, r.id from claim_line l join document r on r.receivable_id = l.receivable_id
        union
        select c.claim_key, u.id from claim c join document u on u.buyer_id = c.buyer_id and u.creditor = c.creditor
        union
        select t.claim_key, s.document_id from transfer t join transfer_document s on s.submission_id = t.submission_id) x
    on x.document_id = d.id;

create view v_evidence_sending as
select t.claim_key, t.creditor, s.document_id, s.name, t.submission_id, t.channel, t.name as transfer_name, t.carried_at, t.received_at, t.receipt
  from transfer_document s
  join transfer t on t.submission_id = s.submission_id;

create view v_evidence_result as
select id, claim_key, creditor, insurer, message_id, kind, channel, status, at, settlement_id, settlement_kind, amount, currency, costs,
       value_date, insurer_share, insured_share, reference, reason, wanted, reply_by, message_ref, received_at, outcome, outcome_note, applied_at
  from claim_result;

-- The files that brought what is claimed.
create view v_evidence_source as
select distinct l.claim_key, f.creditor, f.id, f.source, f.name, f.sha256, f.size_bytes, f.received_at, f.answered_at, f.status
  from claim_line l
  join receivable r on r.id = l.receivable_id
  join erp_file f on f.id = r.first_file or f.id = r.last_file;
