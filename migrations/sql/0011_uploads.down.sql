drop table provider_media;
drop table uploads;
