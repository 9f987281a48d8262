-- Failures of a task that nobody expected count apart: one of them after many that are only waited for must not end its retries.
alter table task add column unexpected integer default 0 not null;
