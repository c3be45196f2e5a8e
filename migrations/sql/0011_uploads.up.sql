-- Files that somebody at the desk has brought and that no message carries yet. The row stands before the first byte is
-- written, so that no file is ever without one; until everything has arrived it has no size.
create table uploads (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    uploaded_by uuid,
    filename text not null,
    storage_key text not null,
    mime_type text not null default '',
    sha256 text not null default '',
    size bigint,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create index uploads_age on uploads (organization_id, created_at);

-- Where a provider keeps a file of ours already: the same picture goes to a thousand people and up only once a month.
create table provider_media (
    organization_id uuid not null,
    channel_id uuid not null,
    sha256 text not null,
    mime_type text not null,
    provider_id text not null,
    expires_at timestamptz not null,
    primary key (organization_id, channel_id, sha256, mime_type),
    foreign key (organization_id, channel_id) references channels (organization_id, id)
);
create index provider_media_age on provider_media (organization_id, expires_at);

alter table uploads enable row level security;
alter table uploads force row level security;
create policy organization on uploads
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on uploads to recado_app, recado_worker;
alter table provider_media enable row level security;
alter table provider_media force row level security;
create policy organization on provider_media
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on provider_media to recado_worker;
