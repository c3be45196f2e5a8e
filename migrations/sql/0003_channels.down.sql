drop function find_channels(text, uuid, text);
drop table templates;
drop table channel_events;
drop table channels;
