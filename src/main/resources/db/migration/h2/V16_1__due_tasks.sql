-- H2 has no partial indexes.
create index task_waiting on task (state, is_due, due_at);
create index task_ready on task (state, is_due, close_at, due_at, id);
