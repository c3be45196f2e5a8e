-- When an organization is open: its week, the holidays it keeps, and days of its own.
create table opening_hours (
    organization_id uuid not null references organizations (id),
    -- Seven lists, Monday first, of [from, to] in minutes since midnight.
    week jsonb not null,
    national_holidays boolean not null default true,
    -- The state whose holidays are kept as well, as its two letters; empty for none.
    holiday_state text not null default '' check (holiday_state ~ '^([A-Z]{2})?$'),
    changed_at timestamptz not null default now(),
    primary key (organization_id)
);
create table opening_days (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    day date not null,
    name text not null,
    every_year boolean not null,
    -- Lists of [from, to] as above; none of them: closed.
    hours jsonb not null,
    primary key (organization_id, id)
);
create unique index opening_days_day on opening_days (organization_id, day);

-- Addresses outside that are told of facts.
create table webhook_subscriptions (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    url text not null,
    -- Names of facts; a name is what the module that publishes it says.
    facts text[] not null check (cardinality(facts) between 1 and 50),
    -- Sealed with the master key; only this row's organization and id open it.
    sealed bytea not null,
    previous bytea,
    previous_until timestamptz,
    state text not null default 'active' check (state in ('active', 'paused', 'disabled')),
    state_reason text not null default '',
    failing_since timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    check ((previous is null) = (previous_until is null))
);
create unique index webhook_subscriptions_name on webhook_subscriptions (organization_id, name);
create table webhook_deliveries (
    organization_id uuid not null,
    id uuid not null,
    subscription_id uuid not null,
    fact text not null,
    -- What is sent, byte for byte, so that a repetition says the same.
    body text not null,
    state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
    attempts smallint not null default 0,
    -- When it is put into the queue next; moved on at once, so that one that was lost with a process comes again.
    next_at timestamptz not null default now(),
    last_status smallint,
    last_error text not null default '',
    last_ms integer,
    attempted_at timestamptz,
    settled_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, subscription_id) references webhook_subscriptions (organization_id, id) on delete cascade
) with (fillfactor = 80);
create index webhook_deliveries_due on webhook_deliveries (organization_id, next_at) where state = 'pending';
create index webhook_deliveries_recent on webhook_deliveries (organization_id, subscription_id, id desc);
create index webhook_deliveries_old on webhook_deliveries (organization_id, settled_at) where state <> 'pending';

-- What reports add up. Everything here is made from conversations, messages and moves, and may be made anew at any time.
create table conversation_measures (
    organization_id uuid not null,
    conversation_id uuid not null,
    channel_id uuid not null,
    opened_at timestamptz not null,
    -- Whether the customer wrote, and whether a person was needed or answered.
    heard boolean not null,
    needed_person boolean not null,
    -- The first answer of a person, who gave it, and how long somebody waited for it: by the clock, and while it was open.
    responded_at timestamptz,
    responder_id uuid,
    response_s integer,
    response_open_s integer,
    closed_at timestamptz,
    closer_id uuid,
    resolution_s integer,
    resolution_open_s integer,
    primary key (organization_id, conversation_id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade
) with (fillfactor = 80);
create index conversation_measures_opened on conversation_measures (organization_id, opened_at);
create index conversation_measures_responded on conversation_measures (organization_id, responded_at)
    include (responder_id, response_s, response_open_s) where response_s is not null;
create index conversation_measures_closed on conversation_measures (organization_id, closed_at)
    include (closer_id, resolution_s, resolution_open_s, heard, needed_person) where closed_at is not null;

create table message_volumes (
    organization_id uuid not null,
    -- The hour in which the rows were written: what is counted anew is counted by it, whenever it was said.
    written timestamptz not null,
    seq bigint generated always as identity,
    -- The quarter of an hour in which it was said.
    said timestamptz not null,
    direction text not null check (direction in ('in', 'out')),
    author text not null check (author in ('contact', 'flow', 'agent', 'person', 'phone', 'system')),
    author_id uuid,
    n integer not null,
    primary key (organization_id, written, seq)
);
create index message_volumes_said on message_volumes (organization_id, said) include (direction, author, author_id, n);

create table report_progress (
    organization_id uuid not null references organizations (id),
    measured_until timestamptz,
    primary key (organization_id)
);

-- Who looks for one person's acts does not read the whole trail.
create index audit_entries_actor on audit_entries (organization_id, actor_id, id desc);

alter table opening_hours enable row level security;
alter table opening_hours force row level security;
create policy organization on opening_hours
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on opening_hours to recado_app, recado_worker;
alter table opening_days enable row level security;
alter table opening_days force row level security;
create policy organization on opening_days
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on opening_days to recado_app, recado_worker;
alter table webhook_subscriptions enable row level security;
alter table webhook_subscriptions force row level security;
create policy organization on webhook_subscriptions
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on webhook_subscriptions to recado_app, recado_worker;
alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy organization on webhook_deliveries
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on webhook_deliveries to recado_app, recado_worker;
alter table conversation_measures enable row level security;
alter table conversation_measures force row level security;
create policy organization on conversation_measures
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on conversation_measures to recado_app, recado_worker;
alter table message_volumes enable row level security;
alter table message_volumes force row level security;
create policy organization on message_volumes
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on message_volumes to recado_app, recado_worker;
alter table report_progress enable row level security;
alter table report_progress force row level security;
create policy organization on report_progress
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on report_progress to recado_app, recado_worker;
