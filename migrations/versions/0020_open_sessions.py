"""Open sessions: see migrations/sql/0020_open_sessions.up.sql."""

from migrations.scripts import run

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    run("0020_open_sessions.up.sql")


def downgrade() -> None:
    run("0020_open_sessions.down.sql")
