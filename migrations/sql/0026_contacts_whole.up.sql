-- People with everything an organization knows of them: what each address was learned from, typed fields, notes, what happened,
-- merges with a record of every move, saved segments and imports.
alter table contacts
    add column merged_into uuid,
    add column source text not null default 'channel' check (source in ('channel', 'person', 'import')),
    add foreign key (organization_id, merged_into) references contacts (organization_id, id);
create index contacts_merged on contacts (organization_id, merged_into) where merged_into is not null;

-- CPF, CNPJ and e-mail lie sealed: `value` and `match_key` are a keyed hash that only this installation can compute.
alter table contact_addresses
    drop constraint contact_addresses_kind_check,
    add constraint contact_addresses_kind_check
        check (kind in ('phone', 'bsuid', 'parent_bsuid', 'lid', 'email', 'cpf', 'cnpj')),
    add column sealed bytea,
    add column source text not null default 'channel' check (source in ('channel', 'person', 'import'));

-- Words of people's names, folded: search must reach an index behind a policy, where neither `ilike` nor `@@` does.
create table contact_words (
    organization_id uuid not null,
    word text collate "C" not null,
    contact_id uuid not null,
    primary key (organization_id, word, contact_id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
);
create index contact_words_contact on contact_words (organization_id, contact_id);

create function words_of(said text) returns setof text
    language sql immutable parallel safe set search_path = pg_catalog
    as $$
        select distinct word from regexp_split_to_table(
            regexp_replace(lower(normalize(said, nfkd)), '[\u0300-\u036f\u200b-\u200f\u2060-\u206f\ufeff]', '', 'g'), '[^0-9a-z]+'
        ) as word where word <> '' and length(word) <= 60
    $$;
-- It runs as whoever changes a person, under the same policy: wherever a name is written, it can be found.
create function note_words() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            if tg_op = 'UPDATE' then
                delete from contact_words w where w.organization_id = new.organization_id and w.contact_id = new.id;
            end if;
            insert into contact_words (organization_id, word, contact_id)
            select new.organization_id, word, new.id from words_of(new.name || ' ' || new.given_name) as word
            order by word limit 40
            on conflict do nothing;
            return null;
        end
    $$;

create table contact_fields (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    key text not null,
    label text not null,
    type text not null check (type in ('text', 'number', 'money', 'date', 'choice', 'boolean')),
    choices text[] not null default '{}',
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index contact_fields_key on contact_fields (organization_id, key);

create table contact_notes (
    organization_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    text text not null,
    author_id uuid,
    author_name text not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
);
create index contact_notes_contact on contact_notes (organization_id, contact_id, id desc);

-- What was done to a person: names of fields and ids, never contents.
create table contact_acts (
    organization_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    act text not null,
    actor_name text not null default '',
    detail jsonb not null default '{}',
    at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
);
create index contact_acts_contact on contact_acts (organization_id, contact_id, id desc);

-- Two rows that seem to be one person. One row a pair: what was refused or undone is never proposed again.
create table contact_proposals (
    organization_id uuid not null,
    id uuid not null,
    first_id uuid not null,
    second_id uuid not null,
    state text not null check (state in ('open', 'accepted', 'refused', 'undone')),
    evidence jsonb not null,
    created_at timestamptz not null default now(),
    decided_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, first_id) references contacts (organization_id, id),
    foreign key (organization_id, second_id) references contacts (organization_id, id),
    check (first_id <= second_id)
);
create unique index contact_proposals_pair on contact_proposals (organization_id, first_id, second_id);
create index contact_proposals_second on contact_proposals (organization_id, second_id);
create index contact_proposals_open on contact_proposals (organization_id, id desc) where state = 'open';

create table contact_merges (
    organization_id uuid not null,
    id uuid not null,
    kept_id uuid not null,
    gone_id uuid not null,
    proposal_id uuid,
    state text not null check (state in ('done', 'undone')),
    evidence jsonb not null default '{}',
    actor_name text not null,
    at timestamptz not null default now(),
    undone_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, kept_id) references contacts (organization_id, id),
    foreign key (organization_id, gone_id) references contacts (organization_id, id),
    foreign key (organization_id, proposal_id) references contact_proposals (organization_id, id)
);
create index contact_merges_kept on contact_merges (organization_id, kept_id, id desc);
create index contact_merges_gone on contact_merges (organization_id, gone_id, id desc);

-- Every single thing that a merge moved, as it was before: what undoing reads.
create table contact_merge_moves (
    organization_id uuid not null,
    merge_id uuid not null,
    position integer not null,
    holder text not null,
    what text not null,
    reference text not null,
    was jsonb not null default '{}',
    primary key (organization_id, merge_id, position),
    foreign key (organization_id, merge_id) references contact_merges (organization_id, id)
);

create table contact_segments (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    filter jsonb not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index contact_segments_name on contact_segments (organization_id, name);

create table contact_imports (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    filename text not null,
    storage_key text not null,
    state text not null check (state in ('draft', 'running', 'done', 'failed')),
    failure text not null default '',
    columns text[] not null,
    plan jsonb not null default '{}',
    legal_basis text not null default '',
    total integer not null default 0,
    done integer not null default 0,
    created integer not null default 0,
    updated integer not null default 0,
    unchanged integer not null default 0,
    refused integer not null default 0,
    author_name text not null,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    primary key (organization_id, id)
);

create table contact_import_rows (
    organization_id uuid not null,
    import_id uuid not null,
    number integer not null,
    outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'refused')),
    reason text not null default '',
    contact_id uuid,
    primary key (organization_id, import_id, number),
    foreign key (organization_id, import_id) references contact_imports (organization_id, id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id)
);
create index contact_import_rows_outcome on contact_import_rows (organization_id, import_id, outcome, number);
create index contact_import_rows_contact on contact_import_rows (organization_id, contact_id);

alter table contact_words enable row level security;
alter table contact_words force row level security;
create policy organization on contact_words
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_words to recado_app, recado_worker;

alter table contact_fields enable row level security;
alter table contact_fields force row level security;
create policy organization on contact_fields
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_fields to recado_app, recado_worker;

alter table contact_notes enable row level security;
alter table contact_notes force row level security;
create policy organization on contact_notes
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_notes to recado_app, recado_worker;

alter table contact_acts enable row level security;
alter table contact_acts force row level security;
create policy organization on contact_acts
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_acts to recado_app, recado_worker;

alter table contact_proposals enable row level security;
alter table contact_proposals force row level security;
create policy organization on contact_proposals
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_proposals to recado_app, recado_worker;

alter table contact_merges enable row level security;
alter table contact_merges force row level security;
create policy organization on contact_merges
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_merges to recado_app, recado_worker;

alter table contact_merge_moves enable row level security;
alter table contact_merge_moves force row level security;
create policy organization on contact_merge_moves
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_merge_moves to recado_app, recado_worker;

alter table contact_segments enable row level security;
alter table contact_segments force row level security;
create policy organization on contact_segments
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_segments to recado_app, recado_worker;

alter table contact_imports enable row level security;
alter table contact_imports force row level security;
create policy organization on contact_imports
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_imports to recado_app, recado_worker;

alter table contact_import_rows enable row level security;
alter table contact_import_rows force row level security;
create policy organization on contact_import_rows
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on contact_import_rows to recado_app, recado_worker;

revoke all on function words_of(text), note_words() from public;
grant execute on function words_of(text) to recado_app, recado_worker;

insert into contact_words (organization_id, word, contact_id)
select c.organization_id, w.word, c.id from contacts c cross join lateral words_of(c.name || ' ' || c.given_name) as w(word);
create trigger words_noted after insert on contacts for each row execute function note_words();
create trigger words_renoted after update of name, given_name on contacts for each row
    when (old.name is distinct from new.name or old.given_name is distinct from new.given_name)
    execute function note_words();
