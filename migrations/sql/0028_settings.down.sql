drop index audit_entries_actor;
drop table report_progress;
drop table message_volumes;
drop table conversation_measures;
drop table webhook_deliveries;
drop table webhook_subscriptions;
drop table opening_days;
drop table opening_hours;
