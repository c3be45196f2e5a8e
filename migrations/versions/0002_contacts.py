"""Contacts: see migrations/sql/0002_contacts.up.sql."""

from migrations.scripts import run

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    run("0002_contacts.up.sql")


def downgrade() -> None:
    run("0002_contacts.down.sql")
