"""How does a migration run its SQL file: with a lock timeout, and with row-level security made loud?"""

from __future__ import annotations

from pathlib import Path

from alembic import op

# A queued ALTER TABLE stops every later reader of the table, so it gives up quickly and is tried again from outside.
# The owner obeys forced policies too: with row_security off a backfill that would touch nothing raises instead.
_PREFACE = "set local lock_timeout = '300ms'; set local row_security = off; set local check_function_bodies = on;"


def run(filename: str) -> None:
    """Run `migrations/sql/<filename>` as one script in the migration's transaction."""
    script = (Path(__file__).parent / "sql" / filename).read_text(encoding="utf-8")
    op.get_bind().connection.cursor().execute(f"{_PREFACE}\n{script}")
