"""Handoffs: see migrations/sql/0024_handoffs.up.sql."""

from migrations.scripts import run

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    run("0024_handoffs.up.sql")


def downgrade() -> None:
    run("0024_handoffs.down.sql")
