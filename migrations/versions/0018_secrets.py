"""Secrets: see migrations/sql/0018_secrets.up.sql."""

from migrations.scripts import run

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    run("0018_secrets.up.sql")


def downgrade() -> None:
    run("0018_secrets.down.sql")
