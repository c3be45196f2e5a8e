"""Channels: see migrations/sql/0003_channels.up.sql."""

from migrations.scripts import run

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    run("0003_channels.up.sql")


def downgrade() -> None:
    run("0003_channels.down.sql")
