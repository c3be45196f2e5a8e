"""Automations and satisfaction: see migrations/sql/0029_automations.up.sql."""

from migrations.scripts import run

revision = "0029"
down_revision = "0021"


def upgrade() -> None:
    run("0029_automations.up.sql")


def downgrade() -> None:
    run("0029_automations.down.sql")
