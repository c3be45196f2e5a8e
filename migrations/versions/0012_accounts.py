"""Accounts: see migrations/sql/0012_accounts.up.sql."""

from migrations.scripts import run

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    run("0012_accounts.up.sql")


def downgrade() -> None:
    run("0012_accounts.down.sql")
