"""Flows: see migrations/sql/0004_flows.up.sql."""

from migrations.scripts import run

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    run("0004_flows.up.sql")


def downgrade() -> None:
    run("0004_flows.down.sql")
