-- What a flow waits for. A row stands from the turn that wants it until the turn that takes it: `waiting` until its moment,
-- `due` while its inbox row waits. `flow_timer` is a moment; `flow_answer` the answer to an ask, whose moment is the last one
-- at which it may come; `flow_bubble` the end of a pause in which a person may go on writing.
create table timers (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    conversation_id uuid not null,
    session_id uuid,
    kind text not null check (kind in ('flow_timer', 'flow_answer', 'flow_bubble')),
    key text not null,
    payload text not null default '',
    state text not null default 'waiting' check (state in ('waiting', 'due')),
    due_at timestamptz not null,
    -- Since when a person at the desk keeps it from its turn.
    held_since timestamptz,
    fired_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id),
    foreign key (organization_id, session_id) references sessions (organization_id, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
create unique index timers_once on timers (organization_id, conversation_id, kind, key);
create index timers_session on timers (organization_id, session_id);
create index timers_due on timers (due_at) where state = 'waiting';
create index timers_due_within on timers (organization_id, due_at) where state = 'waiting';
create index timers_under_way on timers (organization_id, fired_at) where state = 'due';

-- The question that goes with a `flow_answer`: what is to be called. `calling` is committed before the call leaves.
create table asks (
    organization_id uuid not null,
    id uuid not null,
    kind text not null,
    request text not null,
    state text not null default 'asked' check (state in ('asked', 'calling', 'answered')),
    attempts smallint not null default 0,
    asked_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, id) references timers (organization_id, id) on delete cascade
) with (fillfactor = 70);

-- What a replay needs beside the inputs: which bot, which versions, which ceilings. Many turns share one; its id is its digest.
create table flow_sets (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    content text not null,
    first_used_at timestamptz not null default now(),
    primary key (organization_id, id)
);
-- `record` is the turn's input as JSON with the versions the session stood at, `outcome` the digest of all it gave back.
alter table turns
    add column record text,
    add column outcome bytea,
    add column flow_set_id uuid;

alter table inbox drop constraint inbox_kind_check;
alter table inbox add constraint inbox_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'flow_timer', 'flow_answer', 'flow_bubble'));
alter table dead_letters drop constraint dead_letters_kind_check;
alter table dead_letters add constraint dead_letters_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'delivery', 'send', 'job',
    'flow_timer', 'flow_answer', 'flow_bubble'));

-- Which organizations have something due: ids only, for the workers alone. Mostly a few rows of one index tell; where more are
-- due than those, a walk from organization to organization does, so that one with a million due ones hides nobody else's.
create policy lookup on timers for select to recado_lookup using (true);
grant select (organization_id, state, due_at) on timers to recado_lookup;
create function organizations_with_due_timers(moment timestamptz) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog, public
    as $$
    declare
        oldest uuid[];
    begin
        select array_agg(o.organization_id) into oldest from (
            select t.organization_id from public.timers t where t.state = 'waiting' and t.due_at <= moment
            order by t.due_at limit 1000) o;
        if oldest is null or cardinality(oldest) < 1000 then
            return query select distinct o.id from unnest(oldest) as o(id);
            return;
        end if;
        return query
        with recursive known(organization_id) as (
            (select t.organization_id from public.timers t where t.state = 'waiting' order by t.organization_id limit 1)
            union all
            select (select t.organization_id from public.timers t
                    where t.state = 'waiting' and t.organization_id > k.organization_id order by t.organization_id limit 1)
            from known k where k.organization_id is not null
        )
        select k.organization_id from known k
        where k.organization_id is not null and exists (
            select from public.timers t
            where t.organization_id = k.organization_id and t.state = 'waiting' and t.due_at <= moment);
    end
    $$;
alter function organizations_with_due_timers(timestamptz) owner to recado_lookup;
revoke all on function organizations_with_due_timers(timestamptz) from public;
grant execute on function organizations_with_due_timers(timestamptz) to recado_worker;

alter table timers enable row level security;
alter table timers force row level security;
create policy organization on timers
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on timers to recado_app, recado_worker;
alter table asks enable row level security;
alter table asks force row level security;
create policy organization on asks
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on asks to recado_app, recado_worker;
alter table flow_sets enable row level security;
alter table flow_sets force row level security;
create policy organization on flow_sets
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on flow_sets to recado_app, recado_worker;
