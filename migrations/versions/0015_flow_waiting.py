"""What flows wait for, and the record of turns: see migrations/sql/0015_flow_waiting.up.sql."""

from migrations.scripts import run

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    run("0015_flow_waiting.up.sql")


def downgrade() -> None:
    run("0015_flow_waiting.down.sql")
