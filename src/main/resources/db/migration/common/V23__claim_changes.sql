-- What an insurer is told of a claim that it has: receivables that join, amounts that change, the claim taken back.

alter table claim_line add column disputed numeric(20, 4) default 0 not null;  -- what of the amount the buyer contests, as the insurer was told

alter table claim add column withdrawn_at timestamp(6) with time zone;         -- when the insurer had the withdrawal; null: it was told of none
alter table claim add column withdrawn_paid boolean default false not null;    -- because all was paid; otherwise a person wanted it
alter table claim add column filed_until date;                                 -- last day on which it stopped cover; set when its episode ends

create table claim_change (
  claim_key        varchar(40) not null references claim (claim_key),
  change_no        integer not null,                          -- from 1; with the claim key it names the change for ever
  kind             varchar(12) not null check (kind in ('SUPPLEMENT', 'AMEND', 'WITHDRAW')),
  state            varchar(12) not null check (state in ('PLANNED', 'WITH_PERSON', 'UNDER_WAY', 'TOLD', 'DROPPED')),
  creditor         varchar(40) not null,
  amount_before    numeric(20, 4) not null,
  amount_after     numeric(20, 4) not null,
  currency         char(3) not null,
  reason           varchar(500) not null,
  requested_by     varchar(120) not null,
  seen_at          timestamp(6) with time zone not null,      -- business time, as all here
  due_at           timestamp(6) with time zone not null,
  waits_for        varchar(500),                              -- what a person has to do; null: the machine does it
  manual_reference varchar(200),                              -- told by hand: what the first person said, and whose confirmation waits
  manual_at        timestamp(6) with time zone,
  manual_evidence  char(64),
  manual_by        varchar(120),
  told_at          timestamp(6) with time zone,               -- the insurer's receipt stamp, else our completed positive answer
  reference        varchar(200),
  primary key (claim_key, change_no)
);
create index claim_change_state on claim_change (state, due_at);

create table claim_change_line (
  claim_key      varchar(40) not null,
  change_no      integer not null,
  receivable_id  bigint not null references receivable (id),
  invoice_number varchar(60) not null,
  instalment     integer not null,
  issue_date     date not null,
  due_date       date not null,
  amount_before  numeric(20, 4),                              -- null: it joins
  amount         numeric(20, 4) not null,
  currency       char(3) not null,
  worth          numeric(20, 4),                              -- its share of the claim's amount, in the claim's currency; null without a rate
  disputed       numeric(20, 4) not null,
  primary key (claim_key, change_no, receivable_id),
  foreign key (claim_key, change_no) references claim_change (claim_key, change_no)
);

alter table submission add column change_no integer;          -- of the change that it tells; null: the declaration, or documents
create index submission_change on submission (claim_key, change_no);

create view v_claim_change as
select c.claim_key, c.change_no, c.kind, c.state, c.creditor, c.amount_before, c.amount_after, c.currency, c.reason, c.requested_by, c.seen_at,
       c.due_at, c.waits_for, c.manual_reference, c.manual_by, c.told_at, c.reference
  from claim_change c;

create view v_claim_change_line as
select l.claim_key, c.creditor, l.change_no, l.receivable_id, l.invoice_number, l.instalment, l.issue_date, l.due_date, l.amount_before, l.amount,
       l.currency, l.worth, l.disputed
  from claim_change_line l
  join claim_change c on c.claim_key = l.claim_key and c.change_no = l.change_no;
