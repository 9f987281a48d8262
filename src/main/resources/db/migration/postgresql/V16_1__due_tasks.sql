create index task_waiting on task (due_at) where state = 'READY' and not is_due;
create index task_ready on task (close_at, due_at, id) where state = 'READY' and is_due;
create index task_busy on task (state, due_at) where state <> 'READY';
