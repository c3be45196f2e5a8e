-- Template, account and quality events name only the business that owns the numbers: intake must know each channel's.
drop function find_channels(text, uuid, text);
create function find_channels(wanted_adapter text, wanted_id uuid, wanted_account text)
    returns table (organization_id uuid, id uuid, adapter text, external_id text, state text, secrets bytea,
                   verify_token_hash bytea, business text)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select c.organization_id, c.id, c.adapter, c.external_id, c.state, c.secrets, c.verify_token_hash,
               coalesce(c.settings ->> 'waba_id', '')
        from public.channels c
        where (wanted_adapter is null or c.adapter = wanted_adapter)
          and (wanted_id is null or c.id = wanted_id)
          and (wanted_account is null or c.external_id = wanted_account)
          and c.state <> 'disconnected'
    $$;
alter function find_channels(text, uuid, text) owner to recado_lookup;
revoke all on function find_channels(text, uuid, text) from public;
grant execute on function find_channels(text, uuid, text) to recado_app, recado_worker, recado_intake;
