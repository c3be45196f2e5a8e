drop table turns;
drop table sessions;
