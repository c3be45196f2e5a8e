alter table dead_sends drop column class;
alter table dead_sends drop column lane;
drop index outbox_claim;
create index outbox_claim on outbox (lane, not_before, seq) where state = 'queued';
