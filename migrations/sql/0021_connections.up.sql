-- Connections that a gateway holds are asked about every few seconds, so that a dead one is said on the screen in ten.
-- Like list_channels_to_check, but for some adapters and without jitter: there is one gateway, near and ours.
create function list_connections_to_check(wanted text[], seconds double precision, most integer)
    returns table (organization_id uuid, id uuid)
    language sql volatile security definer set search_path = pg_catalog, public
    as $$
        select c.organization_id, c.id from public.channels c
        where c.state <> 'disconnected' and c.adapter = any (wanted)
          and (c.last_checked_at is null or c.last_checked_at < now() - make_interval(secs => seconds))
        order by c.last_checked_at nulls first limit most
    $$;
alter function list_connections_to_check(text[], double precision, integer) owner to recado_lookup;
revoke all on function list_connections_to_check(text[], double precision, integer) from public;
grant execute on function list_connections_to_check(text[], double precision, integer) to recado_worker;
