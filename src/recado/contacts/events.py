"""What do people's records publish? Ids only."""

from __future__ import annotations

CHANGED = "contacts.changed"
CREATED = "contacts.created"
MERGED = "contacts.merged"
MERGE_UNDONE = "contacts.merge_undone"
MERGE_PROPOSED = "contacts.merge_proposed"
PROPOSAL_REFUSED = "contacts.proposal_refused"
IMPORT_PROGRESSED = "contacts.import_progressed"
