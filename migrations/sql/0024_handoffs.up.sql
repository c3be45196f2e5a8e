-- A transbordo is a task with a target, and what is late is found without reading what is not.
alter table handoffs
    add column lead_class text not null default 'unrated' check (lead_class in ('high', 'medium', 'low', 'unrated')),
    add column summary text not null default '',
    -- Until when somebody is to have taken it; counted from the moment it was opened, by the class of the lead.
    add column due_at timestamptz not null default now() + interval '30 minutes',
    -- After that nobody is looked for any more.
    add column expires_at timestamptz not null default now() + interval '3 days',
    -- When colleagues were told that it is late; once.
    add column late_told_at timestamptz;
update handoffs set due_at = opened_at + interval '30 minutes', expires_at = greatest(opened_at, now()) + interval '3 days';
-- Old ones are not news: nobody is told of them as if they had just become late.
update handoffs set late_told_at = now() where state = 'open';
create index handoffs_by_target on handoffs (organization_id, state, due_at, id);
create index handoffs_ended on handoffs (organization_id, opened_at desc, id desc) where state in ('resolved', 'expired');
create index handoffs_history on handoffs (organization_id, conversation_id, opened_at);

create table handoff_settings (
    organization_id uuid not null references organizations (id),
    -- Minutes within which somebody is to answer, by the class of the lead.
    high_minutes integer not null default 5 check (high_minutes between 1 and 10080),
    medium_minutes integer not null default 15 check (medium_minutes between 1 and 10080),
    low_minutes integer not null default 60 check (low_minutes between 1 and 10080),
    unrated_minutes integer not null default 30 check (unrated_minutes between 1 and 10080),
    expires_after_hours integer not null default 72 check (expires_after_hours between 1 and 8760),
    email_recipients text[] not null default '{}',
    -- Digits with country code.
    whatsapp_recipients text[] not null default '{}',
    late_email_recipients text[] not null default '{}',
    late_whatsapp_recipients text[] not null default '{}',
    -- The number that tells colleagues, and the approved template that does so outside the window.
    channel_id uuid,
    template_name text not null default '',
    template_language text not null default 'pt_BR',
    primary key (organization_id),
    foreign key (organization_id, channel_id) references channels (organization_id, id)
);

-- One line for each person who is to be told something of a transbordo, however often that is tried.
create table handoff_notices (
    organization_id uuid not null,
    id uuid not null,
    handoff_id uuid not null,
    kind text not null check (kind in ('opened', 'late')),
    medium text not null check (medium in ('email', 'whatsapp')),
    recipient text not null,
    state text not null default 'pending' check (state in ('pending', 'sent', 'failed', 'skipped')),
    reason text not null default '',
    attempts smallint not null default 0,
    message_id uuid,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, handoff_id) references handoffs (organization_id, id) on delete cascade
);
create unique index handoff_notices_once on handoff_notices (organization_id, handoff_id, kind, medium, recipient);
create index handoff_notices_message on handoff_notices (organization_id, message_id) where message_id is not null;

-- What people ask Viviane to write to the outside. Its state follows that of the message that carries it.
create table viva_handoff_tasks (
    organization_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    conversation_id uuid,
    requested_by uuid,
    requested_by_name text not null default '',
    text text not null default '',
    template jsonb,
    state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
    failure_code text not null default '',
    failure_detail text not null default '',
    attempts smallint not null default 0,
    message_id uuid,
    -- The provider's number of the message: proof that it was accepted.
    receipt text not null default '',
    key text,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
);
create unique index viva_handoff_tasks_once on viva_handoff_tasks (organization_id, key) where key is not null;
create index viva_handoff_tasks_recent on viva_handoff_tasks (organization_id, created_at desc, id desc);
create index viva_handoff_tasks_state on viva_handoff_tasks (organization_id, state, created_at desc, id desc);
create index viva_handoff_tasks_message on viva_handoff_tasks (organization_id, message_id) where message_id is not null;
create index viva_handoff_tasks_contact on viva_handoff_tasks (organization_id, contact_id);
create index viva_handoff_tasks_conversation on viva_handoff_tasks (organization_id, conversation_id)
    where conversation_id is not null;

alter table handoff_settings enable row level security;
alter table handoff_settings force row level security;
create policy organization on handoff_settings
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update on handoff_settings to recado_app;
grant select on handoff_settings to recado_worker;
alter table handoff_notices enable row level security;
alter table handoff_notices force row level security;
create policy organization on handoff_notices
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on handoff_notices to recado_app, recado_worker;
alter table viva_handoff_tasks enable row level security;
alter table viva_handoff_tasks force row level security;
create policy organization on viva_handoff_tasks
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on viva_handoff_tasks to recado_app, recado_worker;

-- In which organizations has a target or a whole transbordo run out? Ids only, for the workers alone; few are ever open.
grant select (late_told_at, due_at, expires_at) on handoffs to recado_lookup;
create function organizations_with_late_handoffs(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select distinct h.organization_id from public.handoffs h
        where h.state = 'open' and ((h.late_told_at is null and h.due_at <= moment) or h.expires_at <= moment)
    $$;
alter function organizations_with_late_handoffs(timestamptz) owner to recado_lookup;
revoke all on function organizations_with_late_handoffs(timestamptz) from public;
grant execute on function organizations_with_late_handoffs(timestamptz) to recado_worker;

-- A conversation that comes with a state nobody knows (from an import, from another system's database) waits for a person and
-- keeps the word it came with, so that the figures always add up and somebody can put it right.
alter table conversations add column legacy_state text not null default '';
create index conversations_legacy on conversations (organization_id, id) where legacy_state <> '';
create function keep_legacy_state() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            new.legacy_state := coalesce(nullif(left(new.state, 100), ''), '?');
            new.state := 'waiting';
            new.state_reason := 'legacy';
            new.waiting_since := coalesce(new.waiting_since, new.state_since);
            return new;
        end
    $$;
create trigger keep_legacy_state before insert or update of state on conversations for each row
    when (new.state is null or new.state not in ('active', 'waiting', 'archived')) execute function keep_legacy_state();
revoke all on function keep_legacy_state() from public;
