"""Up to when everything a gateway holds is here: see migrations/sql/0030_catching_up.up.sql."""

from migrations.scripts import run

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    run("0030_catching_up.up.sql")


def downgrade() -> None:
    run("0030_catching_up.down.sql")
