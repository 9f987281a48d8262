-- Among millions of tasks that wait for their day few are due, and of those what closes first goes first. No one index gives both orders: by
-- due_at the few are found, by close_at one walks past all that only wait. So a task is marked once when its day has come.
alter table task add column is_due boolean not null default false;   -- its day has come and was noticed; false again whenever due_at moves
drop index task_due;
drop index task_close;
