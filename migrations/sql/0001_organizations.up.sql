-- The root of tenancy, and the one place that lets any organization be found before one is known.
create table organizations (
    id uuid primary key,
    name text not null,
    slug text not null unique,
    time_zone text not null default 'America/Sao_Paulo',
    solution text not null default '',
    consent text not null default 'on_reply' check (consent in ('ask', 'on_reply', 'off')),
    -- Minutes after which the bot may speak again when a person has gone quiet; null means only when handed back.
    bot_returns_after_minutes integer default 720 check (bot_returns_after_minutes > 0),
    settings jsonb not null default '{}',
    created_at timestamptz not null default now()
);
alter table organizations enable row level security;
alter table organizations force row level security;
create policy organization on organizations
    using (id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (id = nullif(current_setting('recado.organization_id', true), '')::uuid);
create policy lookup on organizations for select to recado_lookup using (true);
grant select, update on organizations to recado_app, recado_worker;
grant insert on organizations to recado_app;
grant select on organizations to recado_lookup;
