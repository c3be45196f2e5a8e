drop trigger keep_legacy_state on conversations;
drop function keep_legacy_state();
alter table conversations drop column legacy_state;
drop function organizations_with_late_handoffs(timestamptz);
drop table viva_handoff_tasks;
drop table handoff_notices;
drop table handoff_settings;
drop index handoffs_history;
drop index handoffs_ended;
drop index handoffs_by_target;
alter table handoffs
    drop column late_told_at, drop column expires_at, drop column due_at, drop column summary, drop column lead_class;
