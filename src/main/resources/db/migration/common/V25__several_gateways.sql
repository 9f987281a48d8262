-- Several gateways on one database, none of them the leader.

-- How long after its lease's end a call that its holder may have begun can still reach the partner and be settled there; 0: no call.
-- A successor waits that long.
alter table task add column call_seconds bigint not null default 0;

-- The processes that work on this database, each with its last sign of life. Who ends in good order removes itself.
create table gateway (
  name        varchar(120) primary key,                     -- the owner in leases: one start of one process
  version     varchar(60) not null,
  config_hash char(64) not null,                            -- must be the same for all: they judge the same receivables
  started_at  timestamp(6) with time zone not null,         -- system time
  seen_at     timestamp(6) with time zone not null          -- database time
);

create view v_gateway as
select name, version, config_hash, started_at, seen_at,
  case when seen_at > current_timestamp - interval '30' second then true else false end as alive
from gateway;

-- A route that a person has stopped or suspended, on every gateway and until a person starts it again. No row: it runs.
create table route_wish (
  route_id varchar(200) primary key,
  state    varchar(10) not null check (state in ('STOPPED', 'SUSPENDED')),
  by_who   varchar(60) not null,
  since    timestamp(6) with time zone not null             -- system time
);

create view v_route_wish as
select route_id, state, by_who, since from route_wish;
