-- A gateway repeats a webhook a few times and then forgets it; it keeps the messages. Up to this moment everything it holds
-- is here; null where the number was never connected.
alter table channels add column caught_up_at timestamptz;
