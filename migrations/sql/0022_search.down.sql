drop table bulk_acts;
drop table conversation_drafts;
drop table conversation_views;
drop table word_backfills;
drop index conversations_unread;
drop index conversations_channel;
drop index message_words_conversation;
alter table message_words reset (fillfactor);
alter table message_words drop column of_person, drop column message_id;
