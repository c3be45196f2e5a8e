delete from dead_letters where kind = 'flow_start';
delete from inbox where kind = 'flow_start';
delete from timers where kind = 'flow_start';
alter table dead_letters drop constraint dead_letters_kind_check;
alter table dead_letters add constraint dead_letters_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'delivery', 'send', 'job',
    'flow_timer', 'flow_answer', 'flow_bubble'));
alter table inbox drop constraint inbox_kind_check;
alter table inbox add constraint inbox_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'flow_timer', 'flow_answer', 'flow_bubble'));
alter table timers drop constraint timers_kind_check;
alter table timers add constraint timers_kind_check check (kind in ('flow_timer', 'flow_answer', 'flow_bubble'));
drop table csat_surveys;
drop table csat_settings;
drop table automation_runs;
drop table automations;
