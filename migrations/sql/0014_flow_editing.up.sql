-- Editing by several people at once, versions with a note, cases beside the flow, and figures of what flows did.
alter table flows
    add column revision integer not null default 1,
    add column changed_at timestamptz not null default now(),
    add column changed_by uuid,
    add column archived_at timestamptz,
    -- What the last check found, so that a list of flows inspects none of them.
    add column errors integer not null default 0,
    add column warnings integer not null default 0,
    add column tests text not null default '',
    add column tests_revision integer not null default 1;
alter table flow_versions add column note text not null default '';
create index flow_versions_flow on flow_versions (organization_id, flow_id, published_at);

-- What a turn leaves for the figures: the edges that were walked, as [flow, node, exit], and whether the session goes on.
alter table turns
    add column exits jsonb,
    add column state text not null default 'waiting' check (state in ('waiting', 'ended', 'handed_over', 'failed'));
create index turns_at on turns (organization_id, at);

-- Sums by day of the organization's zone. `about` is an exit, or the step of a duration, or empty.
create table flow_figures (
    organization_id uuid not null references organizations (id),
    flow_id uuid not null,
    day date not null,
    kind text not null check (kind in ('started', 'completed', 'entered', 'stopped', 'resumed', 'waited', 'taken', 'passed', 'converted')),
    node text not null default '',
    about text not null default '',
    amount bigint not null,
    primary key (organization_id, flow_id, day, kind, node, about),
    foreign key (organization_id, flow_id) references flows (organization_id, id)
) with (fillfactor = 80);
-- Up to which moment turns are in the sums.
create table flow_figure_marks (
    organization_id uuid not null references organizations (id),
    counted_until timestamptz not null,
    primary key (organization_id)
);
alter table flow_figures enable row level security;
alter table flow_figures force row level security;
create policy organization on flow_figures
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on flow_figures to recado_app, recado_worker;
alter table flow_figure_marks enable row level security;
alter table flow_figure_marks force row level security;
create policy organization on flow_figure_marks
    using (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('recado.organization_id', true), '')::uuid);
grant select, insert, update, delete on flow_figure_marks to recado_app, recado_worker;
