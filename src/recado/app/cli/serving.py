"""Which commands keep the product running and its database in shape?"""

from __future__ import annotations

import asyncio
import json
from typing import Annotated

import typer

from recado.app.cli.terminal import refusing, settings

group = typer.Typer()


@group.command()
def serve(port: Annotated[int, typer.Option(help="Porta; 0 usa PORT.")] = 0) -> None:
    """Servir a API e o painel."""
    from recado.app.serve import serve as run  # noqa: PLC0415 - a command loads only what it runs

    told = settings()
    run(told, port or told.port)


@group.command()
def worker() -> None:
    """Rodar turnos, envios e tarefas."""
    from recado.app.logging import configure  # noqa: PLC0415
    from recado.app.worker import run  # noqa: PLC0415

    told = settings()
    configure(told)
    refusing(lambda: run(told))


@group.command()
def migrate(
    only_schema: Annotated[bool, typer.Option("--only-schema", help="Sem criar o canal das variáveis META_*.")] = False,
) -> None:
    """Levar o banco de dados à estrutura desta versão, e criar o canal que o ambiente descreve."""
    from recado.app.bootstrap import owner_dsn  # noqa: PLC0415
    from recado.app.migrate import upgrade  # noqa: PLC0415
    from recado.foundation.secrets import load_master_key  # noqa: PLC0415

    told = settings()

    def run() -> None:
        upgrade(owner_dsn(told), load_master_key(told.recado_master_key, told.home))

    refusing(run)
    if not only_schema:
        first_channel()


@group.command(hidden=True)
def demo() -> None:
    """Criar a organização de demonstração e dizer, em JSON, como entrar nela."""
    from recado.app.bootstrap import owner_dsn  # noqa: PLC0415
    from recado.app.demo import make_demo  # noqa: PLC0415
    from recado.foundation.secrets import load_master_key  # noqa: PLC0415

    told = settings()

    def run() -> None:
        key = load_master_key(told.recado_master_key, told.home)
        typer.echo(json.dumps(asyncio.run(make_demo(told, owner_dsn(told), key))))

    refusing(run)


@group.command(hidden=True)
def first_channel() -> None:
    """Criar o canal que WEBHOOK_VERIFY_TOKEN e META_* descrevem, se ainda não existe."""
    from recado.app.bootstrap import owner_dsn  # noqa: PLC0415
    from recado.app.first_channel import make_first_channel  # noqa: PLC0415
    from recado.foundation.secrets import load_master_key  # noqa: PLC0415

    told = settings()

    def run() -> None:
        key = load_master_key(told.recado_master_key, told.home)
        for line in asyncio.run(make_first_channel(told, owner_dsn(told), key)):
            typer.echo(line)

    refusing(run)
