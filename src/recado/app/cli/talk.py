"""How is a conversation with a flow held in the terminal?

The engine itself answers, nothing is stored and nothing is sent: what happens here happens on WhatsApp.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from recado.app.cli.channels import find_bot
from recado.app.cli.flow_files import flow_set, load
from recado.app.cli.rehearsal import Rehearsal
from recado.app.cli.terminal import House, Refused, refusing, settings, with_house
from recado.app.installed import installed_nodes
from recado.flows.engine.definition import DefinitionInvalid, FlowSet, read_definition
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP, Limits
from recado.flows.engine.problems import Problem, Severity
from recado.flows.library import FlowLibrary
from recado.flows.models import Bot
from recado.flows.store import running as store
from recado.foundation.clock import system_clock
from recado.organizations.service import get_organization

group = typer.Typer()
_HELP = (
    "Escreva como a pessoa; um número toca na opção. "
    "/esperar 26h adianta o relógio, /responder 200 {} responde a uma chamada, /recomecar começa de novo, /sair termina."
)


@group.command()
def talk(
    organization: Annotated[str, typer.Option(help="Nome curto da organização.")] = "",
    bot: Annotated[str, typer.Option(help="Nome do bot; vazio usa o que responde quando nada combina.")] = "",
    flow: Annotated[
        Path | None, typer.Option(help="Um fluxo em arquivo (YAML ou JSON), sem banco de dados nenhum.")
    ] = None,
    name: Annotated[str, typer.Option(help="Nome da pessoa que conversa.")] = "",
) -> None:
    """Conversar com um fluxo aqui mesmo, sem guardar nem enviar nada."""
    if bool(organization) == (flow is not None):
        raise typer.BadParameter("diga --organization ou --flow")
    if flow is not None:
        path = flow
        flows, zone = refusing(lambda: _of_file(path)), "America/Sao_Paulo"
    else:
        flows, zone = with_house(lambda house: _published(house, organization, bot))
    rehearsal = Rehearsal(flows, zone, name=name, now=system_clock())
    typer.echo(f"{flows.bot_name or 'Fluxo'} — {_HELP}")
    for line in _typed():
        if line == "/sair":
            break
        for said in rehearsal.hear(line):
            typer.echo(said)


def _typed() -> Iterator[str]:
    """What the person types, line by line, until the end of the input."""
    asks = sys.stdin.isatty()
    while True:
        if asks:
            typer.echo("você │ ", nl=False)
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.strip()


def _of_file(path: Path) -> FlowSet:
    if path.suffix in (".yaml", ".yml") and path.is_file():
        return _of_text(path)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Refused(f"{path} não pôde ser lido: {error.strerror}.") from error
    except ValueError as error:
        raise Refused(f"{path} não é um JSON: {error}.") from error
    types = installed_nodes()
    try:
        flow = read_definition(data, types, version=1)
    except DefinitionInvalid as invalid:
        raise Refused(_wrong(path, invalid.problems)) from invalid
    problems = [one for one in inspect(flow, types, WHATSAPP) if one.severity is Severity.ERROR]
    if problems:
        raise Refused(_wrong(path, problems))
    return FlowSet.of(flow, types=types, limits=Limits(iterations=settings().max_flow_iterations))


def _of_text(path: Path) -> FlowSet:
    """The flow of a YAML file; it may call those beside it."""
    types = installed_nodes()
    (file,) = load([path], types)
    errors = [one for one in file.remarks if one.severity is Severity.ERROR and one.path == path]
    if errors:
        raise Refused("\n".join(map(str, errors[:10])))
    return flow_set(file, types)


def _wrong(path: Path, problems: list[Problem] | tuple[Problem, ...]) -> str:
    places = ", ".join(f"{one.node or one.path or 'fluxo'}: {one.code.value}" for one in problems[:5])
    more = f" e mais {len(problems) - 5}" if len(problems) > 5 else ""  # noqa: PLR2004 - the five shown
    return f"{path} não pode rodar: {places}{more}."


async def _published(house: House, slug: str, wanted: str) -> tuple[FlowSet, str]:
    async with house.database.transaction(None) as tx:
        organization = await house.organization(tx, slug)
        bots = await store.bots(tx)
        id_ = await find_bot(tx, wanted) if wanted else None
        bot = _choose(bots, id_)
        published = await store.published(tx)
        if bot.entry is None or not any(one.flow == bot.entry for one in published):
            raise Refused(f"O bot {bot.name!r} ainda não tem um fluxo publicado.")
        library = FlowLibrary(installed_nodes(), limits=Limits(iterations=house.settings.max_flow_iterations))
        await library.load(tx, [(one.flow, one.number) for one in published])
        zone = (await get_organization(tx)).time_zone
        return library.flow_set(organization, bot, published, {}), zone


def _choose(bots: list[Bot], wanted: UUID | None) -> Bot:
    if not bots:
        raise Refused("A organização ainda não tem bot.")
    if wanted is not None:
        return next(bot for bot in bots if bot.id == wanted)
    return next((bot for bot in bots if bot.is_fallback), bots[0])
