"""Figures: see migrations/sql/0013_figures.up.sql."""

from migrations.scripts import run

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    run("0013_figures.up.sql")


def downgrade() -> None:
    run("0013_figures.down.sql")
