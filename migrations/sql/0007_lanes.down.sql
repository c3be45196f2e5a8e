drop table dead_letters;
drop table pacing;
drop table outbox;
drop table parked_statuses;
drop table inbox;
drop table deliveries;
drop table quarantined_deliveries;
drop table inbox_partitions;
