-- Only the rows that still wait are in the index.
create index event_unpublished on event (id) where published_at is null;
create index event_unsealed on event (id) where block_id is null;
