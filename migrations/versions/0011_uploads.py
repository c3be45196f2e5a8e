"""Uploads: see migrations/sql/0011_uploads.up.sql."""

from migrations.scripts import run

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    run("0011_uploads.up.sql")


def downgrade() -> None:
    run("0011_uploads.down.sql")
