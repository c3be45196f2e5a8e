-- The hot path: what has arrived and waits for its turn, and what waits to leave. Both hold only what is pending.
create table inbox_partitions (id smallint primary key);
insert into inbox_partitions select generate_series(0, 63);
grant select, update on inbox_partitions to recado_worker;

create table deliveries (
    organization_id uuid not null,
    id uuid not null,
    channel_id uuid not null,
    raw bytea not null,
    problem text not null default '',
    received_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create index deliveries_age on deliveries (organization_id, received_at);

create table quarantined_deliveries (
    id uuid primary key,
    adapter text not null,
    account text not null,
    problem text not null,
    raw bytea not null,
    received_at timestamptz not null default now()
);

create index quarantined_deliveries_age on quarantined_deliveries (received_at);
grant select, delete on quarantined_deliveries to recado_worker;

create table inbox (
    organization_id uuid not null,
    partition smallint not null,
    seq bigint generated always as identity,
    channel_id uuid not null,
    chat text not null,
    key text not null,
    kind text not null check (kind in ('message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable')),
    payload text not null,
    delivery_id uuid,
    attempts smallint not null default 0,
    ready_at timestamptz not null default '-infinity',
    received_at timestamptz not null default now(),
    primary key (organization_id, partition, seq)
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
create unique index inbox_once on inbox (organization_id, channel_id, chat, key);
create index inbox_order on inbox (partition, seq);

create table parked_statuses (
    organization_id uuid not null,
    channel_id uuid not null,
    provider_id text not null,
    status text not null,
    payload text not null,
    parked_at timestamptz not null default now(),
    primary key (organization_id, channel_id, provider_id, status)
);
create index parked_statuses_age on parked_statuses (organization_id, parked_at);

create table outbox (
    organization_id uuid not null,
    id uuid not null,
    seq bigint generated always as identity,
    conversation_id uuid not null,
    channel_id uuid not null,
    lane smallint not null check (lane in (0, 1, 2)),
    class text not null check (class in ('reply', 'transactional', 'marketing')),
    recipient text not null,
    body text not null,
    token text not null,
    state text not null check (state in ('queued', 'dispatching', 'unconfirmed', 'parked')),
    attempt smallint not null default 0,
    failures smallint not null default 0,
    resent boolean not null default false,
    -- It holds a place in its number's pacing already, at `not_before`.
    paced boolean not null default false,
    worker integer,
    not_before timestamptz not null default '-infinity',
    dispatched_at timestamptz,
    unconfirmed_at timestamptz,
    queued_at timestamptz not null default now(),
    primary key (organization_id, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
create index outbox_claim on outbox (lane, not_before, seq) where state = 'queued';
create index outbox_order on outbox (organization_id, conversation_id, seq);
create index outbox_open on outbox (state, dispatched_at) where state in ('dispatching', 'unconfirmed', 'parked');

create table pacing (
    organization_id uuid not null,
    key text not null,
    -- Theoretical arrival time of the next message (GCRA), and a counter with the moment it began.
    free_at timestamptz not null default '-infinity',
    counted integer not null default 0,
    counted_since timestamptz not null default '-infinity',
    primary key (organization_id, key)
) with (fillfactor = 50);

-- What a dead send needs to leave once more.
create table dead_sends (
    organization_id uuid not null,
    id uuid not null,
    recipient text not null,
    body text not null,
    token text not null,
    primary key (organization_id, id)
);

create table dead_letters (
    organization_id uuid not null,
    id uuid not null,
    kind text not null check (kind in (
        'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'delivery', 'send', 'job')),
    channel_id uuid,
    conversation_id uuid,
    summary text not null,
    cause text not null,
    payload text not null,
    attempts smallint not null,
    state text not null default 'dead' check (state in ('dead', 'retried', 'dismissed')),
    died_at timestamptz not null default now(),
    settled_at timestamptz,
    settled_by uuid,
    primary key (organization_id, id)
);
create index dead_letters_open on dead_letters (organization_id, died_at desc) where state = 'dead';

-- Only the claim reads across organizations, and only as the workers' role; intake may only add.
create policy workers on inbox for all to recado_worker using (true) with check (true);
create policy workers on outbox for all to recado_worker using (true) with check (true);
create policy intake on inbox for insert to recado_intake with check (true);
create policy intake on deliveries for insert to recado_intake with check (true);
grant insert on inbox, deliveries, quarantined_deliveries to recado_intake;

-- Which organizations have statuses that wait for their message: ids only, for the workers alone.
create policy lookup on parked_statuses for select to recado_lookup using (true);
grant select on parked_statuses to recado_lookup;
create function organizations_with_parked_statuses() returns table (organization_id uuid)
    language sql stable security definer set search_path = pg_catalog, public
    as $$ select distinct p.organization_id from public.parked_statuses p $$;
alter function organizations_with_parked_statuses() owner to recado_lookup;
revoke all on function organizations_with_parked_statuses() from public;
grant execute on function organizations_with_parked_statuses() to recado_worker;

alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy organization on deliveries
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on deliveries to recado_app, recado_worker;
alter table inbox enable row level security;
alter table inbox force row level security;
create policy organization on inbox
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on inbox to recado_app, recado_worker;
alter table parked_statuses enable row level security;
alter table parked_statuses force row level security;
create policy organization on parked_statuses
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on parked_statuses to recado_app, recado_worker;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy organization on outbox
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on outbox to recado_app, recado_worker;
alter table pacing enable row level security;
alter table pacing force row level security;
create policy organization on pacing
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on pacing to recado_app, recado_worker;
alter table dead_letters enable row level security;
alter table dead_letters force row level security;
create policy organization on dead_letters
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on dead_letters to recado_app, recado_worker;
alter table dead_sends enable row level security;
alter table dead_sends force row level security;
create policy organization on dead_sends
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on dead_sends to recado_app, recado_worker;
