"""Editing of flows and their figures: see migrations/sql/0014_flow_editing.up.sql."""

from migrations.scripts import run

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    run("0014_flow_editing.up.sql")


def downgrade() -> None:
    run("0014_flow_editing.down.sql")
