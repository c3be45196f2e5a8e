create table bots (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    entry_flow_id uuid,
    keywords text[] not null default '{}',
    bubble_window_ms integer not null default 0,
    session_minutes integer not null default 1440 check (session_minutes > 0),
    language text not null default 'pt-BR',
    fallback_text text not null default '',
    is_fallback boolean not null default false,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index bots_fallback on bots (organization_id) where is_fallback;
create table flows (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    bot_id uuid,
    name text not null,
    draft jsonb not null,
    published_version_id uuid,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, bot_id) references bots (organization_id, id)
);
create table flow_versions (
    organization_id uuid not null,
    id uuid not null,
    flow_id uuid not null,
    number integer not null,
    definition jsonb not null,
    published_at timestamptz not null default now(),
    published_by uuid,
    primary key (organization_id, id),
    foreign key (organization_id, flow_id) references flows (organization_id, id)
);
create unique index flow_versions_number on flow_versions (organization_id, flow_id, number);
create index flows_bot on flows (organization_id, bot_id);

alter table bots enable row level security;
alter table bots force row level security;
create policy organization on bots
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on bots to recado_app, recado_worker;
alter table flows enable row level security;
alter table flows force row level security;
create policy organization on flows
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on flows to recado_app, recado_worker;
alter table flow_versions enable row level security;
alter table flow_versions force row level security;
create policy organization on flow_versions
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on flow_versions to recado_app, recado_worker;
