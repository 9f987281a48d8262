-- The lines that a transaction is bringing into the books. No row of it is ever committed: a transaction sees its own only, and takes them away
-- at its end. A temporary table would be the thing, but H2 2.3 cannot open its file again after a death with one in use.
create table applying (line bigint not null, target_id bigint);
create index applying_line on applying (line);
create index applying_target on applying (target_id);
