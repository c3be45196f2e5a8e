drop function list_connections_to_check(text[], double precision, integer);
