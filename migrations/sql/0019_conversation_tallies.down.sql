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
            and m.created_at >= midnight.at and m.direction in ('in', 'out')
    $$;
revoke select (sent_at) on messages from recado_lookup;
drop trigger tally_gone on conversations;
drop trigger tally_moved on conversations;
drop trigger tally_opened on conversations;
drop function tally_moved();
drop function tally_opened();
drop table conversation_tallies;
drop function quarter_of(timestamptz);
