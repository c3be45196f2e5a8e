-- Secrets of an organization that its flows may send along: each is bound to the origins it may travel to.
create table secrets (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null check (name ~ '^[a-z0-9][a-z0-9_.-]{0,59}$'),
    -- As they are written on the wire: https://api.example.com, with the port where it is not the usual one.
    origins text[] not null check (cardinality(origins) between 1 and 10),
    -- Sealed with the master key; only this row's organization and id open them.
    sealed bytea not null,
    previous bytea,
    previous_until timestamptz,
    created_by uuid,
    created_at timestamptz not null default now(),
    rotated_at timestamptz not null default now(),
    primary key (organization_id, id),
    check ((previous is null) = (previous_until is null))
);
create unique index secrets_name on secrets (organization_id, name);

alter table secrets enable row level security;
alter table secrets force row level security;
create policy organization on secrets
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on secrets to recado_app;
-- A worker sends them along; who makes and changes them is a person at the API.
grant select on secrets to recado_worker;
