-- Labels that an organization puts on people. `key` is the name without case and accents: "Vip" and "VIP" are one tag.
create table tags (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    key text not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index tags_key on tags (organization_id, key);
-- A table of its own and no array: only plain equality reaches an index behind a policy.
create table contact_tags (
    organization_id uuid not null,
    contact_id uuid not null,
    tag_id uuid not null,
    added_at timestamptz not null default now(),
    primary key (organization_id, contact_id, tag_id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id),
    foreign key (organization_id, tag_id) references tags (organization_id, id)
);
create index contact_tags_tag on contact_tags (organization_id, tag_id);

alter table tags enable row level security;
alter table tags force row level security;
create policy organization on tags
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on tags to recado_app, recado_worker;
alter table contact_tags enable row level security;
alter table contact_tags force row level security;
create policy organization on contact_tags
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_tags to recado_app, recado_worker;
