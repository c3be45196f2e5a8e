drop function list_channels_to_sync(text[], double precision, integer);
drop table template_syncs;
drop index templates_id;
alter table templates
    drop column id, drop column search, drop column previous_category, drop column correct_category,
    drop column status_detail, drop column status_hint, drop column previous_quality, drop column status_at,
    drop column category_at, drop column quality_at, drop column created_at, drop column created_by;
