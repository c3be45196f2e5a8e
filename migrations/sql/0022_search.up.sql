-- A word now tells the newest message it stands in, and whether it belongs to the person; the same table read from the
-- conversation's side answers whether one conversation holds a word, without reading all that hold it.
alter table message_words add column message_id uuid, add column of_person boolean not null default false;
alter table message_words set (fillfactor = 85);
create index message_words_conversation on message_words (organization_id, conversation_id, word);

-- What each filter of the list walks along. States, people and the waiting have theirs since 0005.
create index conversations_channel on conversations (organization_id, channel_id, last_message_at desc, id desc);
create index conversations_unread on conversations (organization_id, last_message_at desc, id desc) where unread > 0;

-- How far what was written before this migration has been read again; organizations that come later have nothing to catch up.
create table word_backfills (
    organization_id uuid not null references organizations (id),
    kind text not null check (kind in ('messages', 'people')),
    after_id uuid not null default '00000000-0000-0000-0000-000000000000',
    done_at timestamptz,
    primary key (organization_id, kind)
);
insert into word_backfills (organization_id, kind)
select o.id, k.kind from organizations o cross join (values ('messages'), ('people')) as k (kind);

-- Filters that somebody keeps under a name, for themself or for everybody.
create table conversation_views (
    organization_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    name text not null,
    filter jsonb not null,
    shared boolean not null default false,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, owner_id) references members (organization_id, id)
);
create index conversation_views_owner on conversation_views (organization_id, owner_id);
create index conversation_views_shared on conversation_views (organization_id) where shared;

-- What somebody has begun to write, on whichever machine: the highest revision stays. An empty text is a draft that was sent.
create table conversation_drafts (
    organization_id uuid not null,
    member_id uuid not null,
    conversation_id uuid not null,
    text text not null,
    reply_to uuid,
    revision bigint not null,
    updated_at timestamptz not null default now(),
    primary key (organization_id, member_id, conversation_id),
    foreign key (organization_id, member_id) references members (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
);
create index conversation_drafts_conversation on conversation_drafts (organization_id, conversation_id);

-- What a repeated request for many conversations is answered with.
create table bulk_acts (
    organization_id uuid not null references organizations (id),
    key text not null,
    results jsonb,
    at timestamptz not null default now(),
    primary key (organization_id, key)
);
create index bulk_acts_age on bulk_acts (organization_id, at);

alter table word_backfills enable row level security;
alter table word_backfills force row level security;
create policy organization on word_backfills
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on word_backfills to recado_app, recado_worker;
alter table conversation_views enable row level security;
alter table conversation_views force row level security;
create policy organization on conversation_views
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on conversation_views to recado_app, recado_worker;
alter table conversation_drafts enable row level security;
alter table conversation_drafts force row level security;
create policy organization on conversation_drafts
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on conversation_drafts to recado_app, recado_worker;
alter table bulk_acts enable row level security;
alter table bulk_acts force row level security;
create policy organization on bulk_acts
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on bulk_acts to recado_app, recado_worker;
