"""Facts: see migrations/sql/0008_facts.up.sql."""

from migrations.scripts import run

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    run("0008_facts.up.sql")


def downgrade() -> None:
    run("0008_facts.down.sql")
