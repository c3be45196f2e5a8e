"""People, whole: see migrations/sql/0026_contacts_whole.up.sql."""

from migrations.scripts import run

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    run("0026_contacts_whole.up.sql")


def downgrade() -> None:
    run("0026_contacts_whole.down.sql")
