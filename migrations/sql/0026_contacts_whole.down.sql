drop trigger words_renoted on contacts;
drop trigger words_noted on contacts;
drop table contact_import_rows;
drop table contact_imports;
drop table contact_segments;
drop table contact_merge_moves;
drop table contact_merges;
drop table contact_proposals;
drop table contact_acts;
drop table contact_notes;
drop table contact_fields;
drop table contact_words;
drop function note_words();
drop function words_of(text);
delete from contact_addresses where kind in ('cpf', 'cnpj') or sealed is not null;
alter table contact_addresses
    drop column sealed,
    drop column source,
    drop constraint contact_addresses_kind_check,
    add constraint contact_addresses_kind_check check (kind in ('phone', 'bsuid', 'parent_bsuid', 'lid', 'email'));
alter table contacts drop column merged_into, drop column source;
