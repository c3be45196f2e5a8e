"""What can be done from a terminal?"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from recado.foundation.settings import BadSetting, Settings, read_settings

cli = typer.Typer(name="recado", help="Recado: WhatsApp, fluxos e atendimento.", no_args_is_help=True, add_completion=False)


@cli.command()
def serve(port: Annotated[int, typer.Option(help="Porta; 0 usa PORT.")] = 0) -> None:
    """Serve the API and the dashboard."""
    from recado.app.serve import serve as run  # noqa: PLC0415 - a command loads only what it runs

    settings = _settings()
    run(settings, port or settings.port)


@cli.command()
def worker() -> None:
    """Run turns, sends and jobs."""
    from recado.app.logging import configure  # noqa: PLC0415
    from recado.app.worker import run  # noqa: PLC0415

    settings = _settings()
    configure(settings)
    _refusing(lambda: run(settings))


@cli.command()
def migrate() -> None:
    """Bring the database to the schema of this version."""
    from recado.app.bootstrap import owner_dsn  # noqa: PLC0415
    from recado.app.migrate import upgrade  # noqa: PLC0415
    from recado.foundation.secrets import load_master_key  # noqa: PLC0415

    settings = _settings()
    key = load_master_key(settings.recado_master_key, settings.home)
    _refusing(lambda: upgrade(owner_dsn(settings), key))


@cli.command(hidden=True)
def demo() -> None:
    """Make the demo organization, and print its sign-in as JSON."""
    from recado.app.bootstrap import owner_dsn  # noqa: PLC0415
    from recado.app.demo import make_demo  # noqa: PLC0415
    from recado.foundation.secrets import load_master_key  # noqa: PLC0415

    settings = _settings()
    key = load_master_key(settings.recado_master_key, settings.home)
    _refusing(lambda: typer.echo(json.dumps(asyncio.run(make_demo(settings, owner_dsn(settings), key)))))


def _settings() -> Settings:
    try:
        return read_settings()
    except BadSetting as bad:
        typer.echo(str(bad), err=True)
        raise typer.Exit(1) from None


def _refusing(act: Callable[[], None]) -> None:
    """Run a command; a refusal is one sentence and exit code 1."""
    from recado.app.roles import DatabaseUnusable  # noqa: PLC0415
    from recado.foundation.errors import DomainError  # noqa: PLC0415
    from recado.foundation.secrets import MasterKeyMissing  # noqa: PLC0415

    try:
        act()
    except (BadSetting, DatabaseUnusable, DomainError, MasterKeyMissing) as refusal:
        typer.echo(str(refusal), err=True)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    sys.exit(cli())
