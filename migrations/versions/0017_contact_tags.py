"""Tags of contacts: see migrations/sql/0017_contact_tags.up.sql."""

from migrations.scripts import run

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    run("0017_contact_tags.up.sql")


def downgrade() -> None:
    run("0017_contact_tags.down.sql")
