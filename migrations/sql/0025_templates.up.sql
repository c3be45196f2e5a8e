-- A template is looked at, previewed and sent by people: it needs an address of its own, and what the provider says about it
-- needs its moment, for webhooks come in any order and beside listings.
alter table templates
    add column id uuid not null default gen_random_uuid(),
    add column search text not null default '',
    add column previous_category text not null default '',
    add column correct_category text not null default '',
    add column status_detail text not null default '',
    add column status_hint text not null default '',
    add column previous_quality text not null default '',
    add column status_at timestamptz not null default '-infinity',
    add column category_at timestamptz not null default '-infinity',
    add column quality_at timestamptz not null default '-infinity',
    add column created_at timestamptz not null default now(),
    add column created_by uuid;
alter table templates alter column id drop default;
create unique index templates_id on templates (organization_id, id);

-- When was a channel's listing last asked for, and what came of it? `started_at` is also the claim of who asks.
create table template_syncs (
    organization_id uuid not null,
    channel_id uuid not null,
    started_at timestamptz not null default '-infinity',
    finished_at timestamptz,
    problem text not null default '',
    found integer not null default 0,
    primary key (organization_id, channel_id),
    foreign key (organization_id, channel_id) references channels (organization_id, id)
);

alter table template_syncs enable row level security;
alter table template_syncs force row level security;
create policy organization on template_syncs
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on template_syncs to recado_app, recado_worker;
create policy lookup on template_syncs for select to recado_lookup using (true);
grant select (organization_id, channel_id, started_at) on template_syncs to recado_lookup;

-- Which accounts, of any organization, have a listing that is older than so many seconds, or were never asked for one?
create function list_channels_to_sync(adapters text[], seconds double precision, most integer)
    returns table (organization_id uuid, id uuid)
    language sql volatile security definer set search_path = pg_catalog, public
    as $$
        select c.organization_id, c.id
        from public.channels c
        left join public.template_syncs s on s.organization_id = c.organization_id and s.channel_id = c.id
        where c.state = 'connected' and c.adapter = any(adapters) and coalesce(c.settings ->> 'waba_id', '') <> ''
          and (s.started_at is null
               or s.started_at < now() - make_interval(secs => (0.9 + 0.2 * random()) * seconds))
        order by s.started_at nulls first limit most
    $$;
alter function list_channels_to_sync(text[], double precision, integer) owner to recado_lookup;
revoke all on function list_channels_to_sync(text[], double precision, integer) from public;
grant execute on function list_channels_to_sync(text[], double precision, integer) to recado_worker;
