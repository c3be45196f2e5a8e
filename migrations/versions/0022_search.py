"""Search, filters and views: see migrations/sql/0022_search.up.sql."""

from migrations.scripts import run

revision = "0022"
down_revision = "0020"


def upgrade() -> None:
    run("0022_search.up.sql")


def downgrade() -> None:
    run("0022_search.down.sql")
