"""Connections that a gateway holds: see migrations/sql/0021_connections.up.sql."""

from migrations.scripts import run

revision = "0021"
down_revision = "0028"


def upgrade() -> None:
    run("0021_connections.up.sql")


def downgrade() -> None:
    run("0021_connections.down.sql")
