-- H2 has no partial indexes.
create index event_unpublished on event (published_at, id);
create index event_unsealed on event (block_id, id);
