"""Conversations are counted as they change: see migrations/sql/0019_conversation_tallies.up.sql."""

from migrations.scripts import run

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    run("0019_conversation_tallies.up.sql")


def downgrade() -> None:
    run("0019_conversation_tallies.down.sql")
