"""Pipelines, stages and deals: see migrations/sql/0027_pipelines.up.sql."""

from migrations.scripts import run

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    run("0027_pipelines.up.sql")


def downgrade() -> None:
    run("0027_pipelines.down.sql")
