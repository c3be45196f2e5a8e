"""Templates: see migrations/sql/0025_templates.up.sql."""

from migrations.scripts import run

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    run("0025_templates.up.sql")


def downgrade() -> None:
    run("0025_templates.down.sql")
