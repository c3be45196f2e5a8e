drop table consents;
drop table fact_cursors;
drop table facts;
