drop table deal_moves;
drop table deals;
drop table deal_reasons;
drop table pipeline_stages;
drop table pipelines;
