"""Access: see migrations/sql/0009_access.up.sql."""

from migrations.scripts import run

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    run("0009_access.up.sql")


def downgrade() -> None:
    run("0009_access.down.sql")
