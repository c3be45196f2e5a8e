drop table sent_keys;
drop table conversation_moves;
drop table handoffs;
drop table message_words;
drop table media;
drop table messages;
drop table conversations;
