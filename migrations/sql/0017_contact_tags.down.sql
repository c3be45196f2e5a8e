drop table contact_tags;
drop table tags;
