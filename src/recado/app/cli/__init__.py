"""What can be done from a terminal? One file for each group of commands."""

from __future__ import annotations

import typer

from recado.app.cli import (
    channels,
    dead_letters,
    flows,
    flows_import,
    nlu,
    organizations,
    people,
    replay,
    serving,
    talk,
)

cli = typer.Typer(
    name="recado", help="Recado: WhatsApp, fluxos e atendimento.", no_args_is_help=True, add_completion=False
)
cli.add_typer(serving.group)
cli.add_typer(organizations.group, name="organizations")
cli.add_typer(people.group, name="people")
cli.add_typer(channels.group, name="channels")
cli.add_typer(talk.group)
cli.add_typer(replay.group)
flows.group.command("import")(flows_import.import_bot)
cli.add_typer(flows.group, name="flows")
cli.add_typer(dead_letters.group, name="dead-letters")
cli.add_typer(nlu.group, name="nlu")
