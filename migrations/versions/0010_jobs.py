"""Jobs: see migrations/sql/0010_jobs.up.sql."""

from migrations.scripts import run

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    run("0010_jobs.up.sql")


def downgrade() -> None:
    run("0010_jobs.down.sql")
