"""Organizations: see migrations/sql/0001_organizations.up.sql."""

from migrations.scripts import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    run("0001_organizations.up.sql")


def downgrade() -> None:
    run("0001_organizations.down.sql")
