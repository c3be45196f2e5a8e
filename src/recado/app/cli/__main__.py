"""`python -m recado.app.cli`: the command `recado` where it is not installed."""

from __future__ import annotations

from recado.app.cli import cli

if __name__ == "__main__":
    cli(prog_name="recado")
