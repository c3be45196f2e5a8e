drop table flow_figure_marks;
drop table flow_figures;
drop index turns_at;
alter table turns drop column state, drop column exits;
drop index flow_versions_flow;
alter table flow_versions drop column note;
alter table flows
    drop column tests_revision, drop column tests, drop column warnings, drop column errors, drop column archived_at,
    drop column changed_by, drop column changed_at, drop column revision;
