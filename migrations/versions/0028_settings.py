"""Settings and reports: see migrations/sql/0028_settings.up.sql."""

from migrations.scripts import run

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    run("0028_settings.up.sql")


def downgrade() -> None:
    run("0028_settings.down.sql")
