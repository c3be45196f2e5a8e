drop table flow_versions;
drop table flows;
drop table bots;
