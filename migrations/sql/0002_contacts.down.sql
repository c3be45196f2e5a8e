drop table contact_addresses;
drop table contacts;
