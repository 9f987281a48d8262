-- What people and their tools read. Room operations reads through these only: a table may change while a view keeps its shape.

create view v_environment as
select name, created_at, clock_offset_ms from environment;

create view v_configuration as
select hash, recorded_at from configuration;

create view v_account as
select name, rights, creditors, must_change, enabled, created_by, created_at from account;

create view v_file as
select f.id, f.source, f.feed, f.kind, f.creditor, f.name, f.ordinal, f.phase, f.status, f.sha256, f.size_bytes, f.received_at, f.answered_at, f.as_of,
       f.rows_read, f.rows_created, f.rows_updated, f.rows_unchanged, f.rows_settled, f.rows_rejected, f.rows_warned,
       f.reasons, f.duplicate_of, d.name as duplicate_name, f.held_reason, f.decided_by, f.config_hash
  from erp_file f
  left join erp_file d on d.id = f.duplicate_of;

create view v_file_fault as
select x.file_id, f.creditor, x.line, x.no, x.field, x.code, x.message, x.fault_value, x.warning
  from file_fault x
  join erp_file f on f.id = x.file_id;

-- The due date is the anchor (first accepted, frozen), not what the ERP overwrote it with.
create view v_receivable as
select r.id, r.creditor, r.source, r.invoice_number, r.instalment, r.type, r.issue_date, coalesce(r.original_due_date, r.due_date) as due_date,
       r.extended_due_date, r.delivery_date, r.currency, r.gross_amount, r.net_amount, r.open_amount, r.disputed_amount, r.insurer_open,
       r.order_number, r.payment_reference, r.buyer_id, r.buyer_ref, b.name as buyer_name, r.state, r.policy, r.exposure_id, r.claim_key
  from receivable r
  join buyer b on b.id = r.buyer_id;

-- Every customer number under which an ERP knows a buyer.
create view v_buyer_number as
select creditor, customer_no, id as buyer_id from buyer
union
select creditor, id_value, buyer_id from buyer_identifier where scheme like 'erp:%';

create view v_exposure as
select e.id, e.contract, e.creditor, e.buyer_id, b.customer_no, b.name as buyer_name, b.country as buyer_country, e.policy, e.currency, e.episode,
       e.outstanding, e.overdue, e.governing, g.invoice_number as governing_number, g.instalment as governing_instalment, e.cover_stopped_on,
       e.next_action_at, e.computed_at,
       (select max(c.claim_key) from claim c
         where c.exposure_id = e.id and c.episode = e.episode and c.state not in ('WITHDRAWN', 'FORECLOSED')) as claim_key
  from exposure e
  join buyer b on b.id = e.buyer_id
  left join receivable g on g.id = e.governing;

create view v_deadline as
select d.id, d.exposure_id, d.episode, d.claim_key, d.kind, d.creditor, d.policy, d.policy_version, d.opens_on, d.target_on, d.acts_on, d.safe_on,
       d.closes_on, d.closes_at, d.status, d.provisional, d.governed_by, g.invoice_number as governing_number, d.amount_at_risk, d.currency, d.rule,
       d.explanation, d.current, d.computed_at, d.replaced_at, e.buyer_id, b.customer_no, b.name as buyer_name
  from deadline d
  join exposure e on e.id = d.exposure_id
  join buyer b on b.id = e.buyer_id
  left join receivable g on g.id = d.governed_by;

-- The clock that each exposure can still lose money by, once per exposure: what closes first. Cover stops end cover for the future, and
-- waiting, indemnity, remittance and reply are for others to keep: they put nothing at risk.
create view v_risk as
select id, exposure_id, creditor, kind, policy, currency, amount_at_risk, safe_on, closes_on, closes_at, status
  from (select d.id, d.exposure_id, d.creditor, d.kind, d.policy, d.currency, d.amount_at_risk, d.safe_on, d.closes_on, d.closes_at, d.status,
               row_number() over (partition by d.exposure_id order by d.closes_on, d.id) as place
          from deadline d
         where d.current = true
           and d.status in ('UNKNOWN', 'UPCOMING', 'OPEN', 'WARNING')
           and d.kind not in ('cover-stop', 'waiting', 'indemnity', 'remittance', 'reply', 'limitation')) ranked
 where place = 1;

create view v_claim as
select c.claim_key, c.exposure_id, c.episode, c.contract, c.policy, c.policy_version, c.insurer, c.creditor, c.buyer_id, b.customer_no,
       b.name as buyer_name, c.governing, g.invoice_number as governing_number, c.state, c.held, c.held_by, c.held_reason, c.held_since, c.amount,
       c.currency, c.cause, c.opens_on, c.safe_on, c.closes_on, c.close_at, c.drafted_at, c.released_on, c.released_by, c.requested_by,
       c.declared_at, c.insurer_claim_number, c.manual_reference, c.config_hash
  from claim c
  join buyer b on b.id = c.buyer_id
  join receivable g on g.id = c.governing;

create view v_claim_line as
select l.claim_key, c.creditor, l.receivable_id, l.invoice_number, l.instalment, l.issue_date, l.due_date, l.amount, l.currency
  from claim_line l
  join claim c on c.claim_key = l.claim_key;

create view v_submission as
select id, claim_key, operation, attempt, state, insurer, creditor, payload_sha256, intent_at, sent_at, finished_at, calls, asked,
       insurer_reference, error
  from submission;

create view v_message as
select id, direction, partner, operation, creditor, claim_key, submission_id, sha256, content_type, size_bytes, at, outcome
  from message;

create view v_task as
select id, kind, ref, creditor, due_at, close_at, state, since, owner, attempts, last_error, parked_reason
  from task;

create view v_alert as
select id, code, severity, subject, creditor, message, raised_at, cleared_at, cleared_by
  from alert;

create view v_outgoing_pause as
select scope, name, by_who, reason, since from outgoing_pause;

create view v_event as
select e.id, e.stream, e.seq, e.at, e.actor, e.type, e.version, e.creditor, p.payload
  from event e
  left join event_payload p on p.event_id = e.id;

-- Counts behind the metrics: the same on every gateway, and they survive a restart.
create view v_count_receivable as
select state, count(*) as n from receivable group by state;

create view v_count_deadline as
select kind, status, count(*) as n from deadline where current = true group by kind, status;

create view v_count_task as
select kind, state, count(*) as n, min(due_at) as oldest from task group by kind, state;

create view v_count_file as
select source, coalesce(feed, 'none') as feed, coalesce(status, phase) as status, count(*) as n,
       sum(rows_created) as created, sum(rows_updated) as updated, sum(rows_unchanged) as unchanged, sum(rows_settled) as settled,
       sum(rows_rejected) as rejected, sum(rows_warned) as warned
  from erp_file
 group by source, coalesce(feed, 'none'), coalesce(status, phase);

create view v_count_submission as
select insurer, state, count(*) as n,
       sum(case when finished_at is not null and sent_at is not null then 1 else 0 end) as timed,
       sum(case when finished_at is not null and sent_at is not null
                then extract(epoch from finished_at) - extract(epoch from sent_at) else 0 end) as seconds
  from submission
 group by insurer, state;
