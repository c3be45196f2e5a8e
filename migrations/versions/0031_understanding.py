"""Understanding: see migrations/sql/0031_understanding.up.sql."""

from migrations.scripts import run

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    run("0031_understanding.up.sql")


def downgrade() -> None:
    run("0031_understanding.down.sql")
