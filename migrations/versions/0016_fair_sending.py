"""Fair sending: see migrations/sql/0016_fair_sending.up.sql."""

from migrations.scripts import run

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    run("0016_fair_sending.up.sql")


def downgrade() -> None:
    run("0016_fair_sending.down.sql")
