create table contacts (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null default '',
    given_name text not null default '',
    opted_out_at timestamptz,
    marketing_stopped_at timestamptz,
    fields jsonb not null default '{}',
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
-- One row for each form under which a person was seen. `match_key` is what two spellings of one number share.
create table contact_addresses (
    organization_id uuid not null,
    kind text not null check (kind in ('phone', 'bsuid', 'parent_bsuid', 'lid', 'email')),
    value text not null,
    match_key text not null,
    contact_id uuid not null,
    evidence text not null,
    first_seen_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    primary key (organization_id, kind, value),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
);
create index contact_addresses_match on contact_addresses (organization_id, kind, match_key);
create index contact_addresses_contact on contact_addresses (organization_id, contact_id);

alter table contacts enable row level security;
alter table contacts force row level security;
create policy organization on contacts
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contacts to recado_app, recado_worker;
alter table contact_addresses enable row level security;
alter table contact_addresses force row level security;
create policy organization on contact_addresses
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_addresses to recado_app, recado_worker;
