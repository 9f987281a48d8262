-- When a call whose answer was lost was over: a call may take long, and the insurer has its settleTime from its end.
alter table submission add column over_at timestamp(6) with time zone;          -- business time
alter table submission add column over_system_at timestamp(6) with time zone;   -- system time
