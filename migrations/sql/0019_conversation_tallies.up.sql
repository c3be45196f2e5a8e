-- How many conversations are in which state, kept as differences: each change adds a row and touches no other, so nobody waits for
-- anybody. What is counted is the sum of a few hundred rows instead of a million conversations. Rows are folded once an hour.
create table conversation_tallies (
    organization_id uuid not null,
    seq bigint generated always as identity,
    -- The quarter of an hour in which it changed (days begin at a quarter in every time zone); the beginning of time for what was
    -- folded and is older than any screen looks back.
    since timestamptz not null,
    assignee_id uuid,
    state text not null check (state in ('active', 'waiting', 'archived')),
    n integer not null,
    primary key (organization_id, seq)
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

alter table conversation_tallies enable row level security;
alter table conversation_tallies force row level security;
create policy organization on conversation_tallies
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, delete on conversation_tallies to recado_app, recado_worker;

create function quarter_of(at timestamptz) returns timestamptz
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select date_bin('15 minutes', at, '2000-01-01 00:00:00+00') $$;

-- They run as whoever changes a conversation, under the same policy: they add nothing to what that role may see or do.
create function tally_opened() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            insert into conversation_tallies (organization_id, since, assignee_id, state, n)
            select o.organization_id, quarter_of(o.opened_at), o.assignee_id, o.state, count(*)
            from opened o group by 1, 2, 3, 4;
            return null;
        end
    $$;
create trigger tally_opened after insert on conversations referencing new table as opened
    for each statement execute function tally_opened();

create function tally_moved() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            if tg_op = 'UPDATE' then
                insert into conversation_tallies (organization_id, since, assignee_id, state, n) values
                    (old.organization_id, quarter_of(greatest(new.state_since, old.opened_at)), old.assignee_id, old.state, -1),
                    (new.organization_id, quarter_of(greatest(new.state_since, new.opened_at)), new.assignee_id, new.state, 1);
            else
                insert into conversation_tallies (organization_id, since, assignee_id, state, n)
                values (old.organization_id, quarter_of(old.state_since), old.assignee_id, old.state, -1);
            end if;
            return null;
        end
    $$;
create trigger tally_moved after update of state, assignee_id on conversations for each row
    when (old.state is distinct from new.state or old.assignee_id is distinct from new.assignee_id)
    execute function tally_moved();
create trigger tally_gone after delete on conversations for each row execute function tally_moved();

revoke all on function quarter_of(timestamptz), tally_opened(), tally_moved() from public;
grant execute on function quarter_of(timestamptz) to recado_app, recado_worker;

-- What is there already: each as it was opened, each move as it was made, and in the end as it stands.
insert into conversation_tallies (organization_id, since, assignee_id, state, n)
select organization_id, since, assignee_id, state, sum(n) from (
    select c.organization_id, quarter_of(c.opened_at) as since, c.assignee_id, 'active' as state, 1 as n from conversations c
    union all
    select m.organization_id, quarter_of(greatest(m.at, c.opened_at)), c.assignee_id, m.was, -1
    from conversation_moves m join conversations c on c.organization_id = m.organization_id and c.id = m.conversation_id
    union all
    select m.organization_id, quarter_of(greatest(m.at, c.opened_at)), c.assignee_id, m.became, 1
    from conversation_moves m join conversations c on c.organization_id = m.organization_id and c.id = m.conversation_id
) told group by 1, 2, 3, 4 having sum(n) <> 0;
insert into conversation_tallies (organization_id, since, assignee_id, state, n)
select organization_id, quarter_of(now()), assignee_id, state, sum(n) from (
    select organization_id, assignee_id, state, count(*) as n from conversations group by 1, 2, 3
    union all
    select organization_id, assignee_id, state, -sum(n) from conversation_tallies group by 1, 2, 3
) difference group by 1, 2, 3, 4 having sum(n) <> 0;

-- A day's messages are those that were said on it, whenever we learned of them.
grant select (sent_at) on messages to recado_lookup;
create or replace function count_desk() returns table (name text, label text, value double precision)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        -- Archived ones are never read: both counts have an index of their own.
        select 'conversas_ativas', '', (
            (select count(*) from public.conversations c where c.state <> 'archived')
            - (select count(*) from public.conversations c where c.state = 'waiting'))::float8
        union all
        select 'conversas_aguardando', '', count(*)::float8 from public.conversations c where c.state = 'waiting'
        union all
        select 'active_sessions', '', count(*)::float8
        from public.sessions s where s.status = 'waiting' and s.session_expires_at > now()
        union all
        select 'transbordos', s.state, count(h.state)::float8
        from unnest(array['open', 'taken', 'resolved', 'expired']) as s(state)
        left join public.handoffs h on h.state = s.state
        group by s.state
        union all
        -- Ids carry the moment they were made, so each organization's day is a range of its primary key; a minute is
        -- added for clocks that differ.
        select 'mensagens_hoje', '', count(m.id)::float8
        from public.organizations o
        cross join lateral (
            select date_trunc('day', now() at time zone o.time_zone) at time zone o.time_zone as at
        ) midnight
        join public.messages m on m.organization_id = o.id
            and m.id >= (lpad(to_hex((extract(epoch from midnight.at) * 1000)::bigint - 60000), 12, '0') || repeat('0', 20))::uuid
            and least(m.sent_at, m.created_at) >= midnight.at and m.direction in ('in', 'out')
    $$;
