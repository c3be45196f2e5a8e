-- What all processes have counted, added up: a process writes what it counted every few seconds, and any of them answers
-- for all. `buckets` is empty for plain counters. No organization and nothing personal stands in a name or label.
create table metric_totals (
    name text not null,
    labels text not null,
    total double precision not null,
    counted bigint not null,
    buckets bigint[] not null default '{}',
    primary key (name, labels)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 500);
grant select, insert, update on metric_totals to recado_app, recado_worker;

-- When the message that this one answers was accepted from the provider; null where it answers none.
alter table outbox add column heard_at timestamptz;

-- Figures of the whole installation need a look across organizations: numbers only, at the columns that are counted.
create policy lookup on inbox for select to recado_lookup using (true);
create policy lookup on outbox for select to recado_lookup using (true);
create policy lookup on dead_letters for select to recado_lookup using (true);
create policy lookup on conversations for select to recado_lookup using (true);
create policy lookup on messages for select to recado_lookup using (true);
create policy lookup on handoffs for select to recado_lookup using (true);
create policy lookup on sessions for select to recado_lookup using (true);
grant select (organization_id, received_at, ready_at) on inbox to recado_lookup;
grant select (organization_id, lane, state, not_before, queued_at) on outbox to recado_lookup;
grant select (organization_id, state) on dead_letters to recado_lookup;
grant select (organization_id, state) on conversations to recado_lookup;
grant select (organization_id, id, direction, created_at) on messages to recado_lookup;
grant select (organization_id, state) on handoffs to recado_lookup;
grant select (organization_id, status, session_expires_at) on sessions to recado_lookup;
grant select (status, execute_after) on pgqueuer to recado_lookup;

create function count_lanes() returns table (name text, label text, value double precision)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select 'inbox_depth', '', count(*)::float8 from public.inbox
        union all
        select 'inbox_age', '', coalesce(extract(epoch from now() - min(i.received_at)), 0)::float8 from public.inbox i
        union all
        select 'outbox_depth', l.lane || '/' || s.state, count(o.lane)::float8
        from generate_series(0, 2) as l(lane)
        cross join unnest(array['queued', 'dispatching', 'unconfirmed', 'parked']) as s(state)
        left join public.outbox o on o.lane = l.lane and o.state = s.state
        group by l.lane, s.state
        union all
        select 'outbox_age', l.lane::text, coalesce(extract(epoch from now() - min(o.queued_at)), 0)::float8
        from generate_series(0, 2) as l(lane)
        left join public.outbox o on o.lane = l.lane and o.state = 'queued' and o.not_before <= now()
        group by l.lane
        union all
        select 'jobs_depth', s.status::text, count(j.status)::float8
        from unnest(array['queued', 'picked', 'failed']::public.pgqueuer_status[]) as s(status)
        left join public.pgqueuer j on j.status = s.status
        group by s.status
        union all
        select 'jobs_age', '', coalesce(extract(epoch from now() - min(j.execute_after)), 0)::float8
        from public.pgqueuer j where j.status = 'queued' and j.execute_after <= now()
        union all
        select 'dead_letters', '', count(*)::float8 from public.dead_letters d where d.state = 'dead'
        union all
        select 'parked_statuses', '', count(*)::float8 from public.parked_statuses
        union all
        select 'channels', s.state, count(c.state)::float8
        from unnest(array['connected', 'connecting', 'attention', 'disconnected']) as s(state)
        left join public.channels c on c.state = s.state
        group by s.state
    $$;

create function count_desk() returns table (name text, label text, value double precision)
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
            and m.created_at >= midnight.at and m.direction in ('in', 'out')
    $$;

-- Accounts to ask about, longest unseen first. One that needs attention is asked five times as often: messages wait for it.
create function list_channels_to_check(seconds double precision, most integer)
    returns table (organization_id uuid, id uuid)
    language sql volatile security definer set search_path = pg_catalog, public
    as $$
        select c.organization_id, c.id from public.channels c
        where c.state <> 'disconnected'
          and (c.last_checked_at is null or c.last_checked_at < now() - make_interval(secs =>
               (0.9 + 0.2 * random()) * seconds / case when c.state = 'connected' then 1 else 5 end))
        order by c.last_checked_at nulls first limit most
    $$;

alter function count_lanes() owner to recado_lookup;
alter function count_desk() owner to recado_lookup;
alter function list_channels_to_check(double precision, integer) owner to recado_lookup;
revoke all on function count_lanes() from public;
revoke all on function count_desk() from public;
revoke all on function list_channels_to_check(double precision, integer) from public;
grant execute on function count_lanes(), count_desk() to recado_app;
grant execute on function list_channels_to_check(double precision, integer) to recado_worker;
