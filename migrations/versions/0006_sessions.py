"""Sessions: see migrations/sql/0006_sessions.up.sql."""

from migrations.scripts import run

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    run("0006_sessions.up.sql")


def downgrade() -> None:
    run("0006_sessions.down.sql")
