drop function list_organizations();
drop table job_attempts;
drop table pgqueuer_statistics;
drop table pgqueuer_log;
drop table pgqueuer;
drop type pgqueuer_status;
