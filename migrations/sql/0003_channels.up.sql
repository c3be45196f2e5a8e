create table channels (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    adapter text not null,
    name text not null,
    external_id text not null,
    number text not null default '',
    settings jsonb not null default '{}',
    limits jsonb not null default '{}',
    -- Sealed with the master key; only this row's organization and id open it.
    secrets bytea not null,
    -- What intake must know before it may open anything: a hash of the handshake token.
    verify_token_hash bytea not null,
    default_bot_id uuid,
    is_fallback boolean not null default false,
    state text not null default 'connected' check (state in ('connected', 'connecting', 'attention', 'disconnected')),
    state_reason text not null default '',
    state_since timestamptz not null default now(),
    last_checked_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index channels_account on channels (organization_id, adapter, external_id);
create index channels_fallback on channels (organization_id) where is_fallback;
create policy lookup on channels for select to recado_lookup using (true);

-- Across organizations, for intake alone: a webhook names a channel or an account, never an organization.
create function find_channels(wanted_adapter text, wanted_id uuid, wanted_account text)
    returns table (organization_id uuid, id uuid, adapter text, external_id text, state text, secrets bytea, verify_token_hash bytea)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select c.organization_id, c.id, c.adapter, c.external_id, c.state, c.secrets, c.verify_token_hash
        from public.channels c
        where (wanted_adapter is null or c.adapter = wanted_adapter)
          and (wanted_id is null or c.id = wanted_id)
          and (wanted_account is null or c.external_id = wanted_account)
          and c.state <> 'disconnected'
    $$;

-- What the provider said about the account itself, templates and fields that nobody knows yet: kept as it came.
create table channel_events (
    organization_id uuid not null,
    channel_id uuid not null,
    key text not null,
    field text not null,
    value jsonb not null,
    at timestamptz,
    received_at timestamptz not null default now(),
    primary key (organization_id, channel_id, key),
    foreign key (organization_id, channel_id) references channels (organization_id, id)
);
create index channel_events_recent on channel_events (organization_id, received_at desc);

create table templates (
    organization_id uuid not null,
    channel_id uuid not null,
    name text not null,
    language text not null,
    provider_id text not null default '',
    category text not null default '',
    status text not null,
    rejected_reason text not null default '',
    quality text not null default '',
    parameter_format text not null default 'POSITIONAL',
    components jsonb not null default '[]',
    synced_at timestamptz not null default now(),
    primary key (organization_id, channel_id, name, language),
    foreign key (organization_id, channel_id) references channels (organization_id, id)
);

alter table channels enable row level security;
alter table channels force row level security;
create policy organization on channels
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on channels to recado_app, recado_worker;
alter table channel_events enable row level security;
alter table channel_events force row level security;
create policy organization on channel_events
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on channel_events to recado_app, recado_worker;
alter table templates enable row level security;
alter table templates force row level security;
create policy organization on templates
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on templates to recado_app, recado_worker;
alter function find_channels(text, uuid, text) owner to recado_lookup;
revoke all on function find_channels(text, uuid, text) from public;
grant execute on function find_channels(text, uuid, text) to recado_app, recado_worker, recado_intake;
grant select on channels to recado_lookup;
