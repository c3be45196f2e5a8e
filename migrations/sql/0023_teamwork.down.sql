drop trigger tally_moved on conversations;
create or replace function tally_opened() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            insert into conversation_tallies (organization_id, since, assignee_id, state, n)
            select o.organization_id, quarter_of(o.opened_at), o.assignee_id, o.state, count(*)
            from opened o group by 1, 2, 3, 4;
            return null;
        end
    $$;
create or replace function tally_moved() returns trigger language plpgsql set search_path = pg_catalog, public
    as $$
        begin
            if tg_op = 'UPDATE' then
                insert into conversation_tallies (organization_id, since, assignee_id, state, n) values
                    (old.organization_id, quarter_of(greatest(new.state_since, old.opened_at)), old.assignee_id, old.state, -1),
                    (new.organization_id, quarter_of(greatest(new.state_since, new.opened_at)), new.assignee_id, new.state, 1);
            else
                insert into conversation_tallies (organization_id, since, assignee_id, state, n)
                values (old.organization_id, quarter_of(old.state_since), old.assignee_id, old.state, -1);
            end if;
            return null;
        end
    $$;
create trigger tally_moved after update of state, assignee_id on conversations for each row
    when (old.state is distinct from new.state or old.assignee_id is distinct from new.assignee_id)
    execute function tally_moved();
alter table conversation_tallies drop column team_id;
drop table quick_replies;
drop table mentions;
drop table assignments;
drop table duties;
drop index conversations_at_hand;
drop index conversations_unassigned;
drop index conversations_team;
alter table conversations drop constraint conversations_team;
alter table conversations drop column team_id;
alter table teams drop column assignment;
