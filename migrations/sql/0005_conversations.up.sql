create table conversations (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    channel_id uuid not null,
    contact_id uuid not null,
    -- The form of the address that answered last, and so the one to write to.
    reply_wa_id text not null default '',
    reply_bsuid text not null default '',
    state text not null check (state in ('active', 'waiting', 'archived')),
    state_reason text not null default '',
    state_since timestamptz not null default now(),
    answerer text not null default 'flow' check (answerer in ('flow', 'agent', 'person')),
    assignee_id uuid,
    bot_id uuid,
    bot_silent_since timestamptz,
    last_inbound_at timestamptz,
    last_message_at timestamptz not null default now(),
    last_message_preview text not null default '',
    last_message_direction text not null default 'in',
    waiting_since timestamptz,
    unread integer not null default 0,
    -- The abuse limit: how many messages a machine has answered since the minute began, and whether the rest was told.
    processed_since timestamptz,
    processed_count smallint not null default 0,
    abuse_told boolean not null default false,
    previous_id uuid,
    opened_at timestamptz not null default now(),
    archived_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, channel_id) references channels (organization_id, id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id),
    foreign key (organization_id, previous_id) references conversations (organization_id, id)
) with (fillfactor = 70);
create unique index conversations_open on conversations (organization_id, channel_id, contact_id) where state <> 'archived';
create index conversations_contact on conversations (organization_id, contact_id);
create index conversations_recent on conversations (organization_id, last_message_at desc, id desc);
create index conversations_state on conversations (organization_id, state, last_message_at desc, id desc);
create index conversations_assigned on conversations (organization_id, assignee_id, last_message_at desc, id desc)
    where assignee_id is not null;
create index conversations_waiting on conversations (organization_id, waiting_since) where state = 'waiting';

create table messages (
    organization_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    channel_id uuid not null,
    direction text not null check (direction in ('in', 'out', 'note', 'system')),
    type text not null,
    subtype text not null default '',
    text text not null default '',
    content jsonb,
    author text not null check (author in ('contact', 'flow', 'agent', 'person', 'phone', 'system')),
    author_id uuid,
    status text not null check (status in (
        'received', 'queued', 'unconfirmed', 'accepted', 'sent', 'failed', 'delivered', 'read', 'played')),
    status_rank smallint not null,
    failure jsonb,
    provider_id text,
    reply_to text not null default '',
    sent_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
) with (fillfactor = 85);
create unique index messages_provider on messages (organization_id, channel_id, provider_id) where provider_id is not null;
create index messages_thread on messages (organization_id, conversation_id, id);
create index messages_reactions on messages (organization_id, conversation_id, id) where type = 'reaction';

create table media (
    organization_id uuid not null,
    id uuid not null,
    message_id uuid not null,
    channel_id uuid not null,
    provider_id text not null default '',
    mime_type text not null default '',
    filename text not null default '',
    sha256 text not null default '',
    size bigint,
    voice boolean not null default false,
    state text not null check (state in ('pending', 'stored', 'failed')),
    failure text not null default '',
    storage_key text not null default '',
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, message_id) references messages (organization_id, id)
);
create index media_message on media (organization_id, message_id);

-- Words of messages, folded: search must reach an index under row-level security.
create table message_words (
    organization_id uuid not null,
    word text collate "C" not null,
    conversation_id uuid not null,
    primary key (organization_id, word, conversation_id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
);

create table handoffs (
    organization_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    state text not null check (state in ('open', 'taken', 'resolved', 'expired')),
    reason text not null,
    priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
    team text not null default '',
    opened_at timestamptz not null default now(),
    taken_at timestamptz,
    taken_by uuid,
    resolved_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
);
create unique index handoffs_open on handoffs (organization_id, conversation_id) where state in ('open', 'taken');

-- What a client has asked for already: the same key gives the same message, however often it is repeated.
create table sent_keys (
    organization_id uuid not null,
    key text not null,
    message_id uuid not null,
    at timestamptz not null default now(),
    primary key (organization_id, key)
);

create index sent_keys_age on sent_keys (organization_id, at);

create table conversation_moves (
    organization_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    was text not null,
    became text not null,
    actor text not null,
    actor_id uuid,
    reason text not null,
    at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
);
create index conversation_moves_thread on conversation_moves (organization_id, conversation_id, id);

alter table conversations enable row level security;
alter table conversations force row level security;
create policy organization on conversations
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on conversations to recado_app, recado_worker;
alter table messages enable row level security;
alter table messages force row level security;
create policy organization on messages
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on messages to recado_app, recado_worker;
alter table media enable row level security;
alter table media force row level security;
create policy organization on media
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on media to recado_app, recado_worker;
alter table message_words enable row level security;
alter table message_words force row level security;
create policy organization on message_words
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on message_words to recado_app, recado_worker;
alter table handoffs enable row level security;
alter table handoffs force row level security;
create policy organization on handoffs
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on handoffs to recado_app, recado_worker;
alter table sent_keys enable row level security;
alter table sent_keys force row level security;
create policy organization on sent_keys
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on sent_keys to recado_app, recado_worker;
alter table conversation_moves enable row level security;
alter table conversation_moves force row level security;
create policy organization on conversation_moves
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on conversation_moves to recado_app, recado_worker;
