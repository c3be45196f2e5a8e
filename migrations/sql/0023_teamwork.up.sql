-- Work in common: whose a conversation is, who is at their desk, who was called by name, and what is often said.

-- How a team's conversations find a person by themselves.
alter table teams add column assignment text not null default 'off' check (assignment in ('off', 'round_robin', 'least_loaded'));

alter table conversations add column team_id uuid;
alter table conversations add constraint conversations_team foreign key (organization_id, team_id)
    references teams (organization_id, id) on delete set null (team_id);
create index conversations_team on conversations (organization_id, team_id, last_message_at desc, id desc) where team_id is not null;
-- What waits in a team for a person to be found: a handful, however many conversations a team has had.
create index conversations_unassigned on conversations (organization_id, team_id, state_since)
    where team_id is not null and assignee_id is null and state <> 'archived';
-- How much somebody has at hand: archived conversations are never read.
create index conversations_at_hand on conversations (organization_id, assignee_id)
    where assignee_id is not null and state <> 'archived';

-- Who is at the desk. `seen_at` moves at most once in half a minute while a live stream is open.
create table duties (
    organization_id uuid not null,
    member_id uuid not null,
    available boolean not null default true,
    cap integer not null default 10 check (cap between 1 and 500),
    seen_at timestamptz,
    -- When a rule last gave them a conversation: whoever waits longest is next.
    given_at timestamptz,
    primary key (organization_id, member_id),
    foreign key (organization_id, member_id) references members (organization_id, id)
) with (fillfactor = 70);

-- Each change of hands, with who decided it, why, and what the receiver is to read first.
create table assignments (
    organization_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    member_id uuid,
    team_id uuid,
    actor text not null check (actor in ('person', 'rule', 'system')),
    actor_id uuid,
    actor_name text not null default '',
    reason text not null check (reason in ('by_hand', 'transfer', 'taken', 'round_robin', 'least_loaded', 'released', 'called')),
    note text not null default '',
    at timestamptz not null default now(),
    seen_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id)
);
create index assignments_conversation on assignments (organization_id, conversation_id, id desc);

-- Who was called by name in a note.
create table mentions (
    organization_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    conversation_id uuid not null,
    message_id uuid not null,
    by_id uuid,
    at timestamptz not null default now(),
    read_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, member_id) references members (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id),
    foreign key (organization_id, message_id) references messages (organization_id, id)
);
create unique index mentions_once on mentions (organization_id, message_id, member_id);
create index mentions_person on mentions (organization_id, member_id, id desc);
create index mentions_unread on mentions (organization_id, member_id) where read_at is null;
create index mentions_conversation on mentions (organization_id, conversation_id, member_id);

-- What is often said: the organization's, or (with an owner) one person's own.
create table quick_replies (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    owner_id uuid,
    shortcut text not null check (shortcut ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
    title text not null default '',
    text text not null check (text <> ''),
    uses integer not null default 0,
    last_used_at timestamptz,
    changed_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, owner_id) references members (organization_id, id)
);
create unique index quick_replies_shortcut on quick_replies (organization_id, owner_id, shortcut) nulls not distinct;

alter table duties enable row level security;
alter table duties force row level security;
create policy organization on duties
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on duties to recado_app, recado_worker;
alter table assignments enable row level security;
alter table assignments force row level security;
create policy organization on assignments
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on assignments to recado_app, recado_worker;
alter table mentions enable row level security;
alter table mentions force row level security;
create policy organization on mentions
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on mentions to recado_app, recado_worker;
alter table quick_replies enable row level security;
alter table quick_replies force row level security;
create policy organization on quick_replies
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on quick_replies to recado_app, recado_worker;

-- An agent counts what they may see, and that depends on the team.
alter table conversation_tallies add column team_id uuid;
create or replace function tally_opened() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            insert into conversation_tallies (organization_id, since, assignee_id, team_id, state, n)
            select o.organization_id, quarter_of(o.opened_at), o.assignee_id, o.team_id, o.state, count(*)
            from opened o group by 1, 2, 3, 4, 5;
            return null;
        end
    $$;
create or replace function tally_moved() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            if tg_op = 'UPDATE' then
                insert into conversation_tallies (organization_id, since, assignee_id, team_id, state, n) values
                    (old.organization_id, quarter_of(greatest(new.state_since, old.opened_at)), old.assignee_id, old.team_id,
                     old.state, -1),
                    (new.organization_id, quarter_of(greatest(new.state_since, new.opened_at)), new.assignee_id, new.team_id,
                     new.state, 1);
            else
                insert into conversation_tallies (organization_id, since, assignee_id, team_id, state, n)
                values (old.organization_id, quarter_of(old.state_since), old.assignee_id, old.team_id, old.state, -1);
            end if;
            return null;
        end
    $$;
drop trigger tally_moved on conversations;
create trigger tally_moved after update of state, assignee_id, team_id on conversations for each row
    when (old.state is distinct from new.state or old.assignee_id is distinct from new.assignee_id
          or old.team_id is distinct from new.team_id)
    execute function tally_moved();
