alter table channels drop column caught_up_at;
