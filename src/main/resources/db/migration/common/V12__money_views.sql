-- The money of claims as people and their tools read it.

create view v_result as
select id, insurer, message_id, claim_key, creditor, kind, channel, status, at, settlement_id, settlement_kind, amount, currency, costs, value_date,
       insurer_share, insured_share, reference, reason, wanted, reply_by, received_at, outcome, outcome_note, applied_at
  from claim_result;

create view v_claim_money as
select id, claim_key, creditor, cause, kind, reversal, value_date, booked_on, currency, amount, costs, insurer_share, insured_share, result_id,
       payment_id, recorded_at
  from claim_money;

create view v_remittance as
select id, claim_key, creditor, insurer, cause, amount, currency, owed_on, closes_on, state, remitted_on, reference, recorded_by, recorded_at
  from remittance;

-- Sums per claim; a reversal counts against what it takes back.
create view v_claim_sums as
select c.claim_key, c.creditor, c.currency, c.amount as declared,
       coalesce(m.acknowledged, 0) as acknowledged, coalesce(m.paid, 0) as paid, coalesce(m.recovered_by_insurer, 0) as recovered_by_insurer,
       coalesce(m.recovered_by_insured, 0) as recovered_by_insured, coalesce(m.recovery_costs, 0) as recovery_costs,
       coalesce(m.insurer_share, 0) as insurer_share, coalesce(m.insured_share, 0) as insured_share, coalesce(m.costs_charged, 0) as costs_charged,
       coalesce(m.clawed_back, 0) as clawed_back, coalesce(m.remitted, 0) as remitted,
       coalesce((select sum(r.amount) from remittance r where r.claim_key = c.claim_key and r.state = 'OWED'), 0) as owed,
       l.outstanding, l.indemnity as computed_indemnity, l.recovery_from, l.remaining
  from claim c
  left join claim_loss l on l.claim_key = c.claim_key
  left join (select claim_key,
                    sum(case when kind = 'INDEMNITY_ACKNOWLEDGED' then signed * amount else 0 end) as acknowledged,
                    sum(case when kind = 'INDEMNITY_PAID' then signed * amount else 0 end) as paid,
                    sum(case when kind = 'RECOVERY_BY_INSURER' then signed * amount else 0 end) as recovered_by_insurer,
                    sum(case when kind = 'RECOVERY_BY_INSURED' then signed * amount else 0 end) as recovered_by_insured,
                    sum(signed * costs) as recovery_costs, sum(signed * insurer_share) as insurer_share, sum(signed * insured_share) as insured_share,
                    sum(case when kind = 'COSTS_CHARGED' then signed * amount else 0 end) as costs_charged,
                    sum(case when kind = 'CLAWBACK' then signed * amount else 0 end) as clawed_back,
                    sum(case when kind = 'REMITTED' then signed * amount else 0 end) as remitted
               from (select claim_key, kind, amount, costs, insurer_share, insured_share, case when reversal then -1 else 1 end as signed
                       from claim_money) movements
              group by claim_key) m on m.claim_key = c.claim_key;
