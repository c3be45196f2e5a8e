-- What an organization adds to the understanding of its customers, and what is learned from it.

-- Phrases of its own, each with what whoever says it wants. `normal` is the phrase as the model compares it.
create table understanding_phrases (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    label text not null,
    text text not null check (length(text) > 0),
    normal text not null,
    added_by uuid,
    added_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index understanding_phrases_normal on understanding_phrases (organization_id, normal);
create index understanding_phrases_label on understanding_phrases (organization_id, label, id desc);

-- Names of its own: services, people, what it sells.
create table understanding_words (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    kind text not null check (kind in ('service', 'person', 'catalogue')),
    text text not null check (length(text) > 0),
    normal text not null,
    added_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index understanding_words_normal on understanding_words (organization_id, kind, normal);

-- Each retraining is a version: what it was taught, how it was examined, and the model itself, until newer ones push it out.
create table understanding_trainings (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    number integer not null,
    -- The caller's own key, so that a repeated request asks once.
    key text not null,
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
    failure text not null default '',
    requested_by uuid,
    requested_at timestamptz not null default now(),
    began_at timestamptz,
    ended_at timestamptz,
    fingerprint text not null default '',
    own_phrases integer not null default 0,
    labelled integer not null default 0,
    method text not null default '' check (method in ('', 'none', 'held_out', 'cross_validated')),
    -- {"total", "right", "accuracy", "interval_95", "macro_f1"} of the model in force, and of this one.
    before jsonb,
    after jsonb,
    -- What folds that were not taught a message answered to it, by its id: its honest "before" of the next training.
    answers jsonb not null default '{}',
    verdict text not null default '' check (verdict in ('', 'better', 'same', 'worse', 'unmeasured')),
    model bytea,
    primary key (organization_id, id)
);
create unique index understanding_trainings_number on understanding_trainings (organization_id, number);
create unique index understanding_trainings_key on understanding_trainings (organization_id, key);
-- One at a time.
create unique index understanding_trainings_under_way on understanding_trainings (organization_id) where state in ('queued', 'running');

-- Whether what customers write is understood as it arrives, below which probability it is doubted, and by which version.
create table understanding_settings (
    organization_id uuid not null references organizations (id),
    reading boolean not null default false,
    doubt_below smallint not null default 60 check (doubt_below between 30 and 95),
    training_id uuid,
    changed_at timestamptz not null default now(),
    primary key (organization_id),
    foreign key (organization_id, training_id) references understanding_trainings (organization_id, id)
);

-- What was not surely understood, once however often it was said, without what tells of whom; it goes with its message.
create table understanding_doubts (
    organization_id uuid not null,
    id uuid not null,
    normal text not null,
    text text not null check (length(text) > 0),
    message_id uuid not null,
    conversation_id uuid not null,
    -- The likeliest labels with their probabilities, the first one first.
    ranked jsonb not null,
    times integer not null default 1,
    state text not null default 'open' check (state in ('open', 'labelled', 'skipped')),
    label text not null default '',
    decided_by uuid,
    decided_at timestamptz,
    first_at timestamptz not null default now(),
    last_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, message_id) references messages (organization_id, id) on delete cascade
) with (fillfactor = 80);
create unique index understanding_doubts_normal on understanding_doubts (organization_id, normal);
create index understanding_doubts_listed on understanding_doubts (organization_id, state, times desc, id desc);
create index understanding_doubts_message on understanding_doubts (organization_id, message_id);

-- How many messages of a day were read as what, and how many of those were doubted.
create table understanding_tallies (
    organization_id uuid not null references organizations (id),
    day date not null,
    label text not null,
    n integer not null,
    doubted integer not null,
    primary key (organization_id, day, label)
) with (fillfactor = 80);

alter table understanding_phrases enable row level security;
alter table understanding_phrases force row level security;
create policy organization on understanding_phrases
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on understanding_phrases to recado_app, recado_worker;
alter table understanding_words enable row level security;
alter table understanding_words force row level security;
create policy organization on understanding_words
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on understanding_words to recado_app, recado_worker;
alter table understanding_trainings enable row level security;
alter table understanding_trainings force row level security;
create policy organization on understanding_trainings
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on understanding_trainings to recado_app, recado_worker;
alter table understanding_settings enable row level security;
alter table understanding_settings force row level security;
create policy organization on understanding_settings
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on understanding_settings to recado_app, recado_worker;
alter table understanding_doubts enable row level security;
alter table understanding_doubts force row level security;
create policy organization on understanding_doubts
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on understanding_doubts to recado_app, recado_worker;
alter table understanding_tallies enable row level security;
alter table understanding_tallies force row level security;
create policy organization on understanding_tallies
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on understanding_tallies to recado_app, recado_worker;
