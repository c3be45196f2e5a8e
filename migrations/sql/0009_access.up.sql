-- Who may enter, as whom, and what they did.
--
-- A person belongs to the installation, not to an organization, so `users` and what hangs on it (sessions, devices,
-- attempts) are no tenant tables. No login role has a right on them: their one door is the definer functions below, which
-- answer for one e-mail, one session or one key at a time. What an organization may know of a person is its own `members`
-- row, which carries the name and the e-mail itself.

create table users (
    id uuid primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    password_changed_at timestamptz not null default now(),
    platform_role text not null default '' check (platform_role in ('', 'super_admin')),
    -- Sealed with the master key; null until enrolment begins, in force from the moment it was confirmed.
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    -- A code is good once: the last half minute that was used.
    totp_last_step bigint not null default 0,
    disabled_at timestamptz,
    created_at timestamptz not null default now()
);
create table recovery_codes (
    user_id uuid not null references users (id),
    hash bytea not null,
    primary key (user_id, hash)
);
create table user_sessions (
    id uuid primary key,
    user_id uuid not null references users (id),
    -- Null: somebody of the platform who is inside no organization.
    organization_id uuid references organizations (id),
    device text not null default '',
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_reason text not null default ''
);
create index user_sessions_open on user_sessions (user_id) where ended_at is null;
create index user_sessions_age on user_sessions (expires_at);
create table refresh_tokens (
    hash bytea primary key,
    session_id uuid not null references user_sessions (id) on delete cascade,
    issued_at timestamptz not null default now(),
    rotated_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);
create table known_devices (
    user_id uuid not null references users (id),
    hash bytea not null,
    seen_at timestamptz not null default now(),
    primary key (user_id, hash)
);
-- Keys are keyed hashes: neither an address nor a network can be read from them.
create table attempt_windows (
    key text primary key,
    counted integer not null,
    ends_at timestamptz not null
);
create index attempt_windows_age on attempt_windows (ends_at);

create table members (
    organization_id uuid not null references organizations (id),
    id uuid not null references users (id),
    name text not null,
    email text not null,
    role text not null check (role in ('org_admin', 'operator', 'agent', 'viewer')),
    state text not null default 'active' check (state in ('active', 'disabled')),
    joined_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index members_email on members (organization_id, email);
create index members_person on members (id);
create table teams (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index teams_name on teams (organization_id, name);
create table team_members (
    organization_id uuid not null,
    team_id uuid not null,
    member_id uuid not null,
    primary key (organization_id, team_id, member_id),
    foreign key (organization_id, team_id) references teams (organization_id, id) on delete cascade,
    foreign key (organization_id, member_id) references members (organization_id, id)
);
create index team_members_member on team_members (organization_id, member_id);
create table invitations (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    email text not null,
    role text not null check (role in ('org_admin', 'operator', 'agent', 'viewer')),
    token_hash bytea not null,
    invited_by uuid not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid,
    revoked_at timestamptz,
    primary key (organization_id, id)
);
create index invitations_token on invitations (token_hash);
create table api_keys (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    prefix text not null,
    hash bytea not null,
    scopes text[] not null,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    -- Coarse, to the hour: enough to find a forgotten key, without one write a request.
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (organization_id, id)
);
create index api_keys_hash on api_keys (hash);
-- A look of the platform's people into an organization: asked with a reason, allowed by the organization, ended by the clock.
create table access_grants (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    user_id uuid not null references users (id),
    user_name text not null,
    reason text not null,
    minutes integer not null check (minutes between 5 and 480),
    requested_at timestamptz not null default now(),
    approved_at timestamptz,
    approved_by uuid,
    expires_at timestamptz,
    ended_at timestamptz,
    primary key (organization_id, id)
);
create index access_grants_person on access_grants (user_id);

-- Append-only: no role may change or remove an entry. What chains them stands beside them, not in them, because chaining
-- in the writer's transaction would make every writer of an organization wait for the one before.
create table audit_entries (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    at timestamptz not null default clock_timestamp(),
    actor_kind text not null check (actor_kind in ('user', 'api_key', 'system')),
    actor_id uuid,
    actor_name text not null,
    session_id uuid,
    action text not null,
    subject_kind text not null default '',
    subject_id text not null default '',
    detail jsonb not null default '{}',
    primary key (organization_id, id)
);
create index audit_entries_action on audit_entries (organization_id, action, id desc);
create table audit_seals (
    organization_id uuid not null references organizations (id),
    index bigint not null check (index > 0),
    entry_id uuid not null,
    previous bytea not null,
    hash bytea not null,
    -- Keyed with the master key, so that whoever can write to the database alone cannot chain anew.
    signature bytea not null,
    sealed_at timestamptz not null default clock_timestamp(),
    primary key (organization_id, index)
);
create unique index audit_seals_entry on audit_seals (organization_id, entry_id);
create table audit_unsealed (
    organization_id uuid not null,
    entry_id uuid not null,
    primary key (organization_id, entry_id)
);

create function await_seal() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
    as $$
    begin
        insert into public.audit_unsealed (organization_id, entry_id) values (new.organization_id, new.id);
        return null;
    end
    $$;
create trigger await_seal after insert on audit_entries for each row execute function await_seal();

-- Sign-in ---------------------------------------------------------------------------------------------------------

create function find_sign_in(wanted_email text, wanted_device bytea)
    returns table (id uuid, name text, password_hash text, platform_role text, totp_secret bytea, totp_last_step bigint,
                   disabled boolean, device_is_known boolean)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select u.id, u.name, u.password_hash, u.platform_role,
               case when u.totp_confirmed_at is not null then u.totp_secret end, u.totp_last_step, u.disabled_at is not null,
               exists (select from public.known_devices d where d.user_id = u.id and d.hash = wanted_device)
        from public.users u where u.email = wanted_email
    $$;

create function find_user(wanted uuid)
    returns table (id uuid, email text, name text, password_hash text, platform_role text, totp_secret bytea,
                   totp_confirmed_at timestamptz, totp_last_step bigint, disabled boolean)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select u.id, u.email, u.name, u.password_hash, u.platform_role, u.totp_secret, u.totp_confirmed_at,
               u.totp_last_step, u.disabled_at is not null
        from public.users u where u.id = wanted
    $$;

create function create_user(new_id uuid, new_email text, new_name text, new_hash text, new_platform_role text) returns boolean
    language sql security definer set search_path = pg_catalog, public
    as $$
        with made as (
            insert into public.users (id, email, name, password_hash, platform_role)
            values (new_id, new_email, new_name, new_hash, new_platform_role)
            on conflict (email) do nothing returning 1)
        select exists (select from made)
    $$;

-- `was` null: set whatever stood there. Otherwise only where nobody changed it in between (a rehash must not undo a change).
create function set_password(wanted uuid, was text, new_hash text, is_new boolean) returns boolean
    language sql security definer set search_path = pg_catalog, public
    as $$
        with changed as (
            update public.users u
            set password_hash = new_hash,
                password_changed_at = case when is_new then now() else u.password_changed_at end
            where u.id = wanted and (was is null or u.password_hash = was) returning 1)
        select exists (select from changed)
    $$;

create function set_user_disabled(wanted uuid, is_disabled boolean) returns boolean
    language sql security definer set search_path = pg_catalog, public
    as $$
        with changed as (
            update public.users u set disabled_at = case when is_disabled then coalesce(u.disabled_at, now()) end
            where u.id = wanted returning 1)
        select exists (select from changed)
    $$;

create function rename_user(wanted uuid, new_name text) returns void
    language sql security definer set search_path = pg_catalog, public
    as $$
        update public.users u set name = new_name where u.id = wanted;
        update public.members m set name = new_name where m.id = wanted;
    $$;

-- The answer is the seconds to wait; 0: allowed, and counted under every key. Keys are locked in one order.
create function count_attempt(keys text[], ceilings integer[], windows_s integer[]) returns integer
    language plpgsql security definer set search_path = pg_catalog, public
    as $$
    declare
        wait integer := 0;
        asked record;
        window_now record;
    begin
        for asked in
            select k.key, k.ceiling, k.window_s from unnest(keys, ceilings, windows_s) as k (key, ceiling, window_s) order by k.key
        loop
            insert into public.attempt_windows as w (key, counted, ends_at)
            values (asked.key, 0, clock_timestamp() + make_interval(secs => asked.window_s))
            on conflict (key) do update
                set counted = case when w.ends_at <= clock_timestamp() then 0 else w.counted end,
                    ends_at = case when w.ends_at <= clock_timestamp() then excluded.ends_at else w.ends_at end
            returning w.counted, w.ends_at into window_now;
            if window_now.counted >= asked.ceiling then
                wait := greatest(wait, ceil(extract(epoch from window_now.ends_at - clock_timestamp()))::integer, 1);
            end if;
        end loop;
        if wait = 0 then
            update public.attempt_windows w set counted = w.counted + 1 where w.key = any (keys);
        end if;
        return wait;
    end
    $$;

create function refund_attempt(keys text[]) returns void
    language sql security definer set search_path = pg_catalog, public
    as $$
        with ours as (select w.key from public.attempt_windows w where w.key = any (keys) order by w.key for update)
        update public.attempt_windows w set counted = greatest(w.counted - 1, 0) from ours where w.key = ours.key
    $$;

create function remember_device(wanted_user uuid, device_hash bytea) returns void
    language sql security definer set search_path = pg_catalog, public
    as $$
        insert into public.known_devices (user_id, hash) values (wanted_user, device_hash)
        on conflict (user_id, hash) do update set seen_at = now();
    $$;

create function begin_totp(wanted uuid, sealed bytea) returns boolean
    language sql security definer set search_path = pg_catalog, public
    as $$
        with changed as (
            update public.users u set totp_secret = sealed, totp_last_step = 0
            where u.id = wanted and u.totp_confirmed_at is null returning 1)
        select exists (select from changed)
    $$;

create function confirm_totp(wanted uuid, code_hashes bytea[]) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public
    as $$
    begin
        update public.users u set totp_confirmed_at = now()
            where u.id = wanted and u.totp_secret is not null and u.totp_confirmed_at is null;
        if not found then
            return false;
        end if;
        delete from public.recovery_codes c where c.user_id = wanted;
        insert into public.recovery_codes (user_id, hash) select wanted, h from unnest(code_hashes) as h;
        return true;
    end
    $$;

create function drop_totp(wanted uuid) returns void
    language sql security definer set search_path = pg_catalog, public
    as $$
        update public.users u set totp_secret = null, totp_confirmed_at = null where u.id = wanted;
        delete from public.recovery_codes c where c.user_id = wanted;
    $$;

create function use_totp_step(wanted uuid, step bigint) returns boolean
    language sql security definer set search_path = pg_catalog, public
    as $$
        with used as (
            update public.users u set totp_last_step = step where u.id = wanted and u.totp_last_step < step returning 1)
        select exists (select from used)
    $$;

create function use_recovery_code(wanted uuid, code_hash bytea) returns boolean
    language sql security definer set search_path = pg_catalog, public
    as $$
        with used as (delete from public.recovery_codes c where c.user_id = wanted and c.hash = code_hash returning 1)
        select exists (select from used)
    $$;

-- Sessions --------------------------------------------------------------------------------------------------------

-- The organizations that a person may enter: as a member, or for a while by a grant of that organization.
create function find_memberships(wanted_user uuid)
    returns table (organization_id uuid, name text, slug text, time_zone text, role text)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select o.id, o.name, o.slug, o.time_zone, m.role
        from public.members m join public.organizations o on o.id = m.organization_id
        where m.id = wanted_user and m.state = 'active'
        union all
        select distinct o.id, o.name, o.slug, o.time_zone, 'super_admin'
        from public.access_grants g
        join public.users u on u.id = g.user_id and u.platform_role = 'super_admin'
        join public.organizations o on o.id = g.organization_id
        where g.user_id = wanted_user and g.approved_at is not null and g.ended_at is null and g.expires_at > now()
          and not exists (select from public.members m
                          where m.organization_id = g.organization_id and m.id = wanted_user and m.state = 'active')
        order by 2, 1
    $$;

create function start_session(new_id uuid, wanted_user uuid, wanted_organization uuid, refresh_hash bytea,
                              new_device text, new_expires_at timestamptz) returns void
    language sql security definer set search_path = pg_catalog, public
    as $$
        insert into public.user_sessions (id, user_id, organization_id, device, expires_at)
        values (new_id, wanted_user, wanted_organization, new_device, new_expires_at);
        insert into public.refresh_tokens (hash, session_id) values (refresh_hash, new_id);
    $$;

-- Asked on every request, so in plpgsql, which keeps its plan.
create function check_session(wanted uuid)
    returns table (user_id uuid, organization_id uuid, name text, role text, teams uuid[], grant_id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public
    as $$
    begin
        return query
        select s.user_id, s.organization_id, u.name,
               coalesce(m.role, case when s.organization_id is null then 'platform' else 'super_admin' end),
               array(select t.team_id from public.team_members t
                     where t.organization_id = s.organization_id and t.member_id = s.user_id),
               g.id
        from public.user_sessions s
        join public.users u on u.id = s.user_id and u.disabled_at is null
        left join public.members m
            on m.organization_id = s.organization_id and m.id = s.user_id and m.state = 'active'
        left join lateral (
            select a.id from public.access_grants a
            where m.id is null and u.platform_role = 'super_admin' and a.user_id = s.user_id
              and a.organization_id = s.organization_id
              and a.approved_at is not null and a.ended_at is null and a.expires_at > now()
            limit 1) g on true
        where s.id = wanted and s.ended_at is null and s.expires_at > now()
          and (m.id is not null or g.id is not null or (s.organization_id is null and u.platform_role = 'super_admin'));
    end
    $$;

create function lock_refresh(wanted_hash bytea)
    returns table (session_id uuid, user_id uuid, organization_id uuid, issued_at timestamptz, rotated_at timestamptz,
                   session_expires_at timestamptz, ended boolean, present timestamptz)
    language sql security definer set search_path = pg_catalog, public
    as $$
        select s.id, s.user_id, s.organization_id, r.issued_at, r.rotated_at, s.expires_at, s.ended_at is not null,
               clock_timestamp()
        from public.refresh_tokens r join public.user_sessions s on s.id = r.session_id
        where r.hash = wanted_hash
        for no key update of s
    $$;

create function rotate_refresh(old_hash bytea, new_hash bytea) returns void
    language sql security definer set search_path = pg_catalog, public
    as $$
        insert into public.refresh_tokens (hash, session_id)
            select new_hash, r.session_id from public.refresh_tokens r where r.hash = old_hash;
        update public.refresh_tokens r set rotated_at = coalesce(r.rotated_at, clock_timestamp()) where r.hash = old_hash;
        update public.user_sessions s set last_used_at = now()
            from public.refresh_tokens r where r.hash = new_hash and s.id = r.session_id;
    $$;

create function end_session(wanted uuid, why text) returns boolean
    language sql security definer set search_path = pg_catalog, public
    as $$
        with over as (
            update public.user_sessions s set ended_at = now(), ended_reason = why
            where s.id = wanted and s.ended_at is null returning 1)
        select exists (select from over)
    $$;

create function end_user_sessions(wanted_user uuid, why text) returns integer
    language sql security definer set search_path = pg_catalog, public
    as $$
        with over as (
            update public.user_sessions s set ended_at = now(), ended_reason = why
            where s.user_id = wanted_user and s.ended_at is null returning 1)
        select count(*)::integer from over
    $$;

-- Only inside the organization at hand: an administrator of one must not end a person's sessions in another.
create function end_member_sessions(wanted_user uuid, why text) returns integer
    language sql security definer set search_path = pg_catalog, public
    as $$
        with over as (
            update public.user_sessions s set ended_at = now(), ended_reason = why
            where s.user_id = wanted_user and s.ended_at is null
              and s.organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid
            returning 1)
        select count(*)::integer from over
    $$;

create function list_user_sessions(wanted_user uuid)
    returns table (id uuid, organization_id uuid, device text, created_at timestamptz, last_used_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select s.id, s.organization_id, s.device, s.created_at, s.last_used_at
        from public.user_sessions s
        where s.user_id = wanted_user and s.ended_at is null and s.expires_at > now()
        order by s.last_used_at desc limit 100
    $$;

-- What nobody can use any more; the rows of an ended session stay for a while, because a reused token must be recognised.
create function forget_old_access(keep interval) returns integer
    language plpgsql security definer set search_path = pg_catalog, public
    as $$
    declare
        gone integer;
    begin
        delete from public.attempt_windows w where w.ends_at < clock_timestamp() - interval '1 hour';
        delete from public.known_devices d where d.seen_at < now() - interval '400 days';
        delete from public.refresh_tokens r where r.rotated_at < now() - keep;
        delete from public.user_sessions s where s.expires_at < now() - keep or s.ended_at < now() - keep;
        get diagnostics gone = row_count;
        return gone;
    end
    $$;

-- From a token to its organization --------------------------------------------------------------------------------

create function find_invitation(wanted_hash bytea)
    returns table (organization_id uuid, id uuid)
    language sql stable security definer set search_path = pg_catalog, public
    as $$ select i.organization_id, i.id from public.invitations i where i.token_hash = wanted_hash $$;

create function find_api_key(wanted_hash bytea)
    returns table (organization_id uuid, id uuid, name text, scopes text[], last_used_at timestamptz)
    language plpgsql stable security definer set search_path = pg_catalog, public
    as $$
    begin
        return query
        select k.organization_id, k.id, k.name, k.scopes, k.last_used_at
        from public.api_keys k
        where k.hash = wanted_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
    end
    $$;

create function find_organization(wanted_slug text) returns uuid
    language sql stable security definer set search_path = pg_catalog, public
    as $$ select o.id from public.organizations o where o.slug = wanted_slug $$;

create function list_own_grants(wanted_user uuid)
    returns table (organization_id uuid, organization_name text, id uuid, user_id uuid, user_name text, reason text,
                   minutes integer, requested_at timestamptz, approved_at timestamptz, approved_by uuid,
                   expires_at timestamptz, ended_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public
    as $$
        select g.organization_id, o.name, g.id, g.user_id, g.user_name, g.reason, g.minutes, g.requested_at,
               g.approved_at, g.approved_by, g.expires_at, g.ended_at
        from public.access_grants g join public.organizations o on o.id = g.organization_id
        where g.user_id = wanted_user order by g.id desc limit 100
    $$;

create function find_unsealed_organizations() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public
    as $$ select distinct u.organization_id from public.audit_unsealed u limit 500 $$;

-- Rights ----------------------------------------------------------------------------------------------------------

alter table users enable row level security;
alter table users force row level security;
create policy lookup on users to recado_lookup using (true) with check (true);
grant select, insert, update, delete on users to recado_lookup;
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
create policy lookup on recovery_codes to recado_lookup using (true) with check (true);
grant select, insert, update, delete on recovery_codes to recado_lookup;
alter table user_sessions enable row level security;
alter table user_sessions force row level security;
create policy lookup on user_sessions to recado_lookup using (true) with check (true);
grant select, insert, update, delete on user_sessions to recado_lookup;
alter table refresh_tokens enable row level security;
alter table refresh_tokens force row level security;
create policy lookup on refresh_tokens to recado_lookup using (true) with check (true);
grant select, insert, update, delete on refresh_tokens to recado_lookup;
alter table known_devices enable row level security;
alter table known_devices force row level security;
create policy lookup on known_devices to recado_lookup using (true) with check (true);
grant select, insert, update, delete on known_devices to recado_lookup;
alter table attempt_windows enable row level security;
alter table attempt_windows force row level security;
create policy lookup on attempt_windows to recado_lookup using (true) with check (true);
grant select, insert, update, delete on attempt_windows to recado_lookup;
alter table members enable row level security;
alter table members force row level security;
create policy organization on members
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update on members to recado_app;
alter table teams enable row level security;
alter table teams force row level security;
create policy organization on teams
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on teams to recado_app;
alter table team_members enable row level security;
alter table team_members force row level security;
create policy organization on team_members
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, delete on team_members to recado_app;
alter table invitations enable row level security;
alter table invitations force row level security;
create policy organization on invitations
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update on invitations to recado_app;
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy organization on api_keys
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update on api_keys to recado_app;
alter table access_grants enable row level security;
alter table access_grants force row level security;
create policy organization on access_grants
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update on access_grants to recado_app;
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy organization on audit_entries
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert on audit_entries to recado_app, recado_worker;
alter table audit_seals enable row level security;
alter table audit_seals force row level security;
create policy organization on audit_seals
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select on audit_seals to recado_app;
alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
create policy organization on audit_unsealed
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select on audit_unsealed to recado_app;
grant select on members, teams, team_members to recado_worker;
grant select, insert on audit_seals to recado_worker;
grant select, delete on audit_unsealed to recado_worker;

create policy lookup on members for select to recado_lookup using (true);
create policy lookup_rename on members for update to recado_lookup using (true) with check (true);
create policy lookup on team_members for select to recado_lookup using (true);
create policy lookup on invitations for select to recado_lookup using (true);
create policy lookup on api_keys for select to recado_lookup using (true);
create policy lookup on access_grants for select to recado_lookup using (true);
create policy lookup on audit_unsealed for select to recado_lookup using (true);
create policy lookup_await on audit_unsealed for insert to recado_lookup with check (true);
grant select on members, team_members, invitations, api_keys, access_grants, audit_unsealed to recado_lookup;
grant update (name) on members to recado_lookup;
grant insert on audit_unsealed to recado_lookup;

alter function await_seal() owner to recado_lookup;
revoke all on function await_seal() from public;
alter function find_sign_in(text, bytea) owner to recado_lookup;
revoke all on function find_sign_in(text, bytea) from public;
grant execute on function find_sign_in(text, bytea) to recado_app;
alter function find_user(uuid) owner to recado_lookup;
revoke all on function find_user(uuid) from public;
grant execute on function find_user(uuid) to recado_app;
alter function create_user(uuid, text, text, text, text) owner to recado_lookup;
revoke all on function create_user(uuid, text, text, text, text) from public;
grant execute on function create_user(uuid, text, text, text, text) to recado_app;
alter function set_password(uuid, text, text, boolean) owner to recado_lookup;
revoke all on function set_password(uuid, text, text, boolean) from public;
grant execute on function set_password(uuid, text, text, boolean) to recado_app;
alter function set_user_disabled(uuid, boolean) owner to recado_lookup;
revoke all on function set_user_disabled(uuid, boolean) from public;
grant execute on function set_user_disabled(uuid, boolean) to recado_app;
alter function rename_user(uuid, text) owner to recado_lookup;
revoke all on function rename_user(uuid, text) from public;
grant execute on function rename_user(uuid, text) to recado_app;
alter function count_attempt(text[], integer[], integer[]) owner to recado_lookup;
revoke all on function count_attempt(text[], integer[], integer[]) from public;
grant execute on function count_attempt(text[], integer[], integer[]) to recado_app;
alter function refund_attempt(text[]) owner to recado_lookup;
revoke all on function refund_attempt(text[]) from public;
grant execute on function refund_attempt(text[]) to recado_app;
alter function remember_device(uuid, bytea) owner to recado_lookup;
revoke all on function remember_device(uuid, bytea) from public;
grant execute on function remember_device(uuid, bytea) to recado_app;
alter function begin_totp(uuid, bytea) owner to recado_lookup;
revoke all on function begin_totp(uuid, bytea) from public;
grant execute on function begin_totp(uuid, bytea) to recado_app;
alter function confirm_totp(uuid, bytea[]) owner to recado_lookup;
revoke all on function confirm_totp(uuid, bytea[]) from public;
grant execute on function confirm_totp(uuid, bytea[]) to recado_app;
alter function drop_totp(uuid) owner to recado_lookup;
revoke all on function drop_totp(uuid) from public;
grant execute on function drop_totp(uuid) to recado_app;
alter function use_totp_step(uuid, bigint) owner to recado_lookup;
revoke all on function use_totp_step(uuid, bigint) from public;
grant execute on function use_totp_step(uuid, bigint) to recado_app;
alter function use_recovery_code(uuid, bytea) owner to recado_lookup;
revoke all on function use_recovery_code(uuid, bytea) from public;
grant execute on function use_recovery_code(uuid, bytea) to recado_app;
alter function find_memberships(uuid) owner to recado_lookup;
revoke all on function find_memberships(uuid) from public;
grant execute on function find_memberships(uuid) to recado_app;
alter function start_session(uuid, uuid, uuid, bytea, text, timestamptz) owner to recado_lookup;
revoke all on function start_session(uuid, uuid, uuid, bytea, text, timestamptz) from public;
grant execute on function start_session(uuid, uuid, uuid, bytea, text, timestamptz) to recado_app;
alter function check_session(uuid) owner to recado_lookup;
revoke all on function check_session(uuid) from public;
grant execute on function check_session(uuid) to recado_app;
alter function lock_refresh(bytea) owner to recado_lookup;
revoke all on function lock_refresh(bytea) from public;
grant execute on function lock_refresh(bytea) to recado_app;
alter function rotate_refresh(bytea, bytea) owner to recado_lookup;
revoke all on function rotate_refresh(bytea, bytea) from public;
grant execute on function rotate_refresh(bytea, bytea) to recado_app;
alter function end_session(uuid, text) owner to recado_lookup;
revoke all on function end_session(uuid, text) from public;
grant execute on function end_session(uuid, text) to recado_app;
alter function end_user_sessions(uuid, text) owner to recado_lookup;
revoke all on function end_user_sessions(uuid, text) from public;
grant execute on function end_user_sessions(uuid, text) to recado_app;
alter function end_member_sessions(uuid, text) owner to recado_lookup;
revoke all on function end_member_sessions(uuid, text) from public;
grant execute on function end_member_sessions(uuid, text) to recado_app;
alter function list_user_sessions(uuid) owner to recado_lookup;
revoke all on function list_user_sessions(uuid) from public;
grant execute on function list_user_sessions(uuid) to recado_app;
alter function forget_old_access(interval) owner to recado_lookup;
revoke all on function forget_old_access(interval) from public;
grant execute on function forget_old_access(interval) to recado_worker;
alter function find_invitation(bytea) owner to recado_lookup;
revoke all on function find_invitation(bytea) from public;
grant execute on function find_invitation(bytea) to recado_app;
alter function find_api_key(bytea) owner to recado_lookup;
revoke all on function find_api_key(bytea) from public;
grant execute on function find_api_key(bytea) to recado_app;
alter function find_organization(text) owner to recado_lookup;
revoke all on function find_organization(text) from public;
grant execute on function find_organization(text) to recado_app;
alter function list_own_grants(uuid) owner to recado_lookup;
revoke all on function list_own_grants(uuid) from public;
grant execute on function list_own_grants(uuid) to recado_app;
alter function find_unsealed_organizations() owner to recado_lookup;
revoke all on function find_unsealed_organizations() from public;
grant execute on function find_unsealed_organizations() to recado_worker;
