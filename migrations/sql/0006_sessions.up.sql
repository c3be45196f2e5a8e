create table sessions (
    organization_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    bot_id uuid not null,
    flow_version_id uuid not null,
    node text not null default '',
    status text not null check (status in ('waiting', 'ended', 'handed_over', 'failed', 'expired')),
    turn integer not null default 0,
    state text not null,
    session_expires_at timestamptz not null,
    started_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id),
    foreign key (organization_id, bot_id) references bots (organization_id, id),
    foreign key (organization_id, flow_version_id) references flow_versions (organization_id, id)
) with (fillfactor = 70);
create unique index sessions_waiting on sessions (organization_id, conversation_id) where status = 'waiting';
create index sessions_conversation on sessions (organization_id, conversation_id);
create table turns (
    organization_id uuid not null,
    session_id uuid not null,
    turn_id integer not null,
    flow_version_id uuid not null,
    node text not null,
    path jsonb not null,
    said text not null,
    answered jsonb not null,
    problems jsonb,
    phone text not null,
    message_id uuid,
    at timestamptz not null default now(),
    primary key (organization_id, session_id, turn_id),
    foreign key (organization_id, session_id) references sessions (organization_id, id)
);

alter table sessions enable row level security;
alter table sessions force row level security;
create policy organization on sessions
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on sessions to recado_app, recado_worker;
alter table turns enable row level security;
alter table turns force row level security;
create policy organization on turns
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on turns to recado_app, recado_worker;
