-- What insurers told, with the message that brought it. A status speaks in the claim's currency.

create view v_claim_result as
select r.id, r.claim_key, r.creditor, r.insurer, r.message_id, r.kind, r.channel, r.status, r.at, r.settlement_id, r.settlement_kind, r.amount,
       coalesce(r.currency, c.currency) as currency, r.costs, r.value_date, r.insurer_share, r.insured_share, r.reference, r.reason, r.wanted,
       r.reply_by, r.message_ref, r.received_at, r.outcome, r.outcome_note, r.applied_at
  from claim_result r
  join claim c on c.claim_key = r.claim_key;
