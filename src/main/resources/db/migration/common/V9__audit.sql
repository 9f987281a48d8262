-- The gateway that records an event vouches for it with a key that is not in this database: what somebody else writes is never sealed.

alter table event add column mac char(64);                  -- HMAC-SHA-256 over all but id and payload; null only before the first seal
