-- What an organization has done by itself when something happens: when (facts), if (conditions), then (actions).
create table automations (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    state text not null default 'draft' check (state in ('draft', 'on', 'off')),
    position int not null,
    -- Names of facts; a name is what the module that publishes it says.
    triggers text[] not null check (cardinality(triggers) between 1 and 10),
    -- Waiting time, hours, conditions, actions and limits, as `automations.models.Rule` writes them.
    rule jsonb not null,
    revision int not null default 1,
    -- What happened before it was put into service does not concern it.
    enabled_at timestamptz,
    changed_by_name text not null default '',
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index automations_name on automations (organization_id, name);

-- One row for each fact that an automation heard: why it acted or did not, with what was seen. An automation acts on a fact once.
create table automation_runs (
    organization_id uuid not null,
    id uuid not null,
    automation_id uuid not null,
    revision int not null,
    fact_seq bigint not null,
    fact text not null,
    fact_at timestamptz not null,
    fact_data jsonb not null default '{}',
    conversation_id uuid,
    -- Whom the limits count it for: the conversation, else the person, the deal or the channel that the fact is about.
    subject uuid,
    state text not null default 'waiting' check (state in ('waiting', 'ran', 'skipped', 'failed')),
    reason text not null default '',
    due_at timestamptz not null,
    attempts smallint not null default 0,
    -- How many automations stand behind the fact, and which: none acts on what it brought about itself.
    depth smallint not null default 0,
    chain uuid[] not null default '{}',
    trace jsonb,
    outcomes jsonb,
    -- The transaction in which it acted: facts that bear this number are its doing.
    ran_xid bigint,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, automation_id) references automations (organization_id, id) on delete cascade,
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
) with (fillfactor = 70);
create unique index automation_runs_once on automation_runs (organization_id, automation_id, fact_seq);
create index automation_runs_due on automation_runs (organization_id, due_at, fact_seq) where state = 'waiting';
create index automation_runs_recent on automation_runs (organization_id, automation_id, id desc);
create index automation_runs_doing on automation_runs (organization_id, ran_xid) where ran_xid is not null;
create index automation_runs_subject on automation_runs (organization_id, subject, finished_at) where state = 'ran';
create index automation_runs_conversation on automation_runs (organization_id, conversation_id) where conversation_id is not null;
create index automation_runs_old on automation_runs (organization_id, finished_at) where state <> 'waiting';

-- Whether and how people are asked how they liked it once their conversation is archived.
create table csat_settings (
    organization_id uuid not null references organizations (id),
    enabled boolean not null default false,
    style text not null default 'emojis' check (style in ('numbers', 'emojis', 'stars')),
    -- After every conversation, or after those in which a person answered.
    asks text not null default 'people' check (asks in ('all', 'people')),
    -- Nobody is asked twice within so many days; 0: once per conversation.
    every_days smallint not null default 7 check (every_days between 0 and 365),
    question text not null,
    thanks text not null,
    -- Empty: no comment is asked for.
    comment_question text not null default '',
    changed_at timestamptz not null default now(),
    primary key (organization_id)
);
create table csat_surveys (
    organization_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    message_id uuid not null,
    state text not null default 'asked' check (state in ('asked', 'scored', 'commented')),
    score smallint check (score between 1 and 5),
    comment text not null default '',
    -- Who had the conversation when it ended.
    assignee_id uuid,
    team_id uuid,
    asked_at timestamptz not null default now(),
    scored_at timestamptz,
    commented_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id) on delete cascade
);
create unique index csat_surveys_once on csat_surveys (organization_id, conversation_id);
create index csat_surveys_asked on csat_surveys (organization_id, asked_at desc, id desc);

-- A flow that begins although nobody has written: its wait stands among those of sessions.
alter table timers drop constraint timers_kind_check;
alter table timers add constraint timers_kind_check check (kind in ('flow_timer', 'flow_answer', 'flow_bubble', 'flow_start'));
alter table inbox drop constraint inbox_kind_check;
alter table inbox add constraint inbox_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'flow_timer', 'flow_answer', 'flow_bubble',
    'flow_start'));
alter table dead_letters drop constraint dead_letters_kind_check;
alter table dead_letters add constraint dead_letters_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'delivery', 'send', 'job',
    'flow_timer', 'flow_answer', 'flow_bubble', 'flow_start'));

alter table automations enable row level security;
alter table automations force row level security;
create policy organization on automations
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on automations to recado_app, recado_worker;
alter table automation_runs enable row level security;
alter table automation_runs force row level security;
create policy organization on automation_runs
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on automation_runs to recado_app, recado_worker;
alter table csat_settings enable row level security;
alter table csat_settings force row level security;
create policy organization on csat_settings
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on csat_settings to recado_app, recado_worker;
alter table csat_surveys enable row level security;
alter table csat_surveys force row level security;
create policy organization on csat_surveys
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on csat_surveys to recado_app, recado_worker;
