"""Teamwork: see migrations/sql/0023_teamwork.up.sql."""

from migrations.scripts import run

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    run("0023_teamwork.up.sql")


def downgrade() -> None:
    run("0023_teamwork.down.sql")
