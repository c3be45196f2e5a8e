-- Who is in the middle of which version. A turn changes neither column while it stays in a flow, so that its update of the
-- row needs no new index entry.
create index sessions_open on sessions (organization_id, flow_version_id) where status = 'waiting';
