"""Conversations: see migrations/sql/0005_conversations.up.sql."""

from migrations.scripts import run

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    run("0005_conversations.up.sql")


def downgrade() -> None:
    run("0005_conversations.down.sql")
