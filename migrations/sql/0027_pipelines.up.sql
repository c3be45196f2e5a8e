-- Businesses in the making: pipelines, their stages, and the deals that stand in them.
create table pipelines (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    name text not null,
    position int not null,
    removed_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create table pipeline_stages (
    organization_id uuid not null,
    id uuid not null,
    pipeline_id uuid not null,
    name text not null,
    kind text not null check (kind in ('open', 'won', 'lost')),
    color text not null check (color in ('grey', 'blue', 'green', 'amber', 'red')),
    position int not null,
    -- A stage that was taken away stays for those who read the history of a deal.
    removed_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, pipeline_id) references pipelines (organization_id, id)
);
create unique index pipeline_stages_of on pipeline_stages (organization_id, pipeline_id, id);
-- Why businesses are won and lost, in the organization's own words.
create table deal_reasons (
    organization_id uuid not null references organizations (id),
    id uuid not null,
    kind text not null check (kind in ('won', 'lost')),
    name text not null,
    key text not null,
    removed_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index deal_reasons_key on deal_reasons (organization_id, kind, key) where removed_at is null;

create table deals (
    organization_id uuid not null,
    id uuid not null,
    pipeline_id uuid not null,
    stage_id uuid not null,
    contact_id uuid not null,
    conversation_id uuid,
    title text not null,
    value_cents bigint not null default 0 check (value_cents between 0 and 100000000000000),
    currency text not null default 'BRL' check (currency in ('BRL')),
    origin text not null default '',
    -- The origin without case and accents: "Instagram" and "instagram" are one.
    origin_key text not null default '',
    owner_id uuid,
    expected_on date,
    -- Where it stands in its stage, among its neighbours: compared byte by byte.
    rank text collate "C" not null,
    revision int not null default 1,
    reason_id uuid,
    reason_note text not null default '',
    -- The client's key of the last change of its place, so that a repeated request changes nothing.
    last_key text not null default '',
    -- Who changed or moved it last, for those who come too late.
    changed_by uuid,
    created_at timestamptz not null default now(),
    entered_at timestamptz not null default now(),
    stage_since timestamptz not null default now(),
    closed_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, pipeline_id, stage_id) references pipeline_stages (organization_id, pipeline_id, id),
    foreign key (organization_id, contact_id) references contacts (organization_id, id),
    foreign key (organization_id, conversation_id) references conversations (organization_id, id),
    foreign key (organization_id, owner_id) references members (organization_id, id),
    foreign key (organization_id, reason_id) references deal_reasons (organization_id, id)
);
create index deals_stage on deals (organization_id, stage_id, rank, id);
create index deals_pipeline on deals (organization_id, pipeline_id, entered_at);
create index deals_contact on deals (organization_id, contact_id);
create index deals_conversation on deals (organization_id, conversation_id) where conversation_id is not null;
create index deals_owner on deals (organization_id, owner_id) where owner_id is not null;
create index deals_reason on deals (organization_id, reason_id) where reason_id is not null;
create index deals_origin on deals (organization_id, pipeline_id, origin_key);

-- Every change of stage, the entry included. It outlives neither the deal nor its stages.
create table deal_moves (
    organization_id uuid not null,
    id uuid not null,
    deal_id uuid not null,
    pipeline_id uuid not null,
    from_stage_id uuid,
    to_stage_id uuid not null,
    actor text not null check (actor in ('person', 'key', 'flow', 'automation', 'system')),
    actor_id uuid,
    reason_id uuid,
    reason_note text not null default '',
    client_key text not null default '',
    at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, deal_id) references deals (organization_id, id) on delete cascade,
    foreign key (organization_id, pipeline_id, to_stage_id) references pipeline_stages (organization_id, pipeline_id, id),
    foreign key (organization_id, from_stage_id) references pipeline_stages (organization_id, id),
    foreign key (organization_id, reason_id) references deal_reasons (organization_id, id)
);
create index deal_moves_deal on deal_moves (organization_id, deal_id, id);
create index deal_moves_stage on deal_moves (organization_id, to_stage_id);
create unique index deal_moves_key on deal_moves (organization_id, client_key) where client_key <> '';

alter table pipelines enable row level security;
alter table pipelines force row level security;
create policy organization on pipelines
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on pipelines to recado_app, recado_worker;
alter table pipeline_stages enable row level security;
alter table pipeline_stages force row level security;
create policy organization on pipeline_stages
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on pipeline_stages to recado_app, recado_worker;
alter table deal_reasons enable row level security;
alter table deal_reasons force row level security;
create policy organization on deal_reasons
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on deal_reasons to recado_app, recado_worker;
alter table deals enable row level security;
alter table deals force row level security;
create policy organization on deals
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on deals to recado_app, recado_worker;
alter table deal_moves enable row level security;
alter table deal_moves force row level security;
create policy organization on deal_moves
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on deal_moves to recado_app, recado_worker;
