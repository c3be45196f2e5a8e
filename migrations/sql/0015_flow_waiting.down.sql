drop function organizations_with_due_timers(timestamptz);
delete from dead_letters where kind in ('flow_timer', 'flow_answer', 'flow_bubble');
delete from inbox where kind in ('flow_timer', 'flow_answer', 'flow_bubble');
alter table dead_letters drop constraint dead_letters_kind_check;
alter table dead_letters add constraint dead_letters_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable', 'delivery', 'send', 'job'));
alter table inbox drop constraint inbox_kind_check;
alter table inbox add constraint inbox_kind_check check (kind in (
    'message', 'status', 'identity', 'preference', 'event', 'answer', 'unreadable'));
alter table turns
    drop column flow_set_id,
    drop column outcome,
    drop column record;
drop table flow_sets;
drop table asks;
drop table timers;
