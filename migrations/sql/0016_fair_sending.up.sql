-- What may leave is claimed organization by organization: the first rows of each, however many another has waiting.
drop index outbox_claim;
create index outbox_claim on outbox (organization_id, lane, not_before, seq) where state = 'queued';

-- A dead send that is put back goes where it stood: a campaign's message stays behind replies, and keeps its rules.
alter table dead_sends add column lane smallint not null default 0 check (lane in (0, 1, 2));
alter table dead_sends add column class text not null default 'reply' check (class in ('reply', 'transactional', 'marketing'));
