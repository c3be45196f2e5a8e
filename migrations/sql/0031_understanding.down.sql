drop table understanding_tallies;
drop table understanding_doubts;
drop table understanding_settings;
drop table understanding_trainings;
drop table understanding_words;
drop table understanding_phrases;
