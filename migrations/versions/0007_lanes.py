"""Lanes: see migrations/sql/0007_lanes.up.sql."""

from migrations.scripts import run

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    run("0007_lanes.up.sql")


def downgrade() -> None:
    run("0007_lanes.down.sql")
