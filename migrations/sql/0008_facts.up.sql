create table facts (
    organization_id uuid not null,
    seq bigint generated always as identity,
    xid bigint not null default (pg_current_xact_id()::text::bigint),
    name text not null,
    conversation_id uuid,
    data jsonb not null default '{}',
    at timestamptz not null default now(),
    primary key (organization_id, seq)
);
create index facts_cursor on facts (organization_id, xid, seq);
create table fact_cursors (
    organization_id uuid not null references organizations (id),
    listener text not null,
    xid bigint not null default 0,
    seq bigint not null default 0,
    primary key (organization_id, listener)
);
create table consents (
    organization_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    purpose text not null,
    state text not null check (state in ('asked', 'granted', 'refused', 'revoked')),
    notice_version text not null default '',
    message_id uuid,
    actor text not null default 'contact',
    at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
);
create index consents_latest on consents (organization_id, contact_id, purpose, id desc);

alter table facts enable row level security;
alter table facts force row level security;
create policy organization on facts
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on facts to recado_app, recado_worker;
alter table fact_cursors enable row level security;
alter table fact_cursors force row level security;
create policy organization on fact_cursors
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on fact_cursors to recado_app, recado_worker;
alter table consents enable row level security;
alter table consents force row level security;
create policy organization on consents
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on consents to recado_app, recado_worker;
