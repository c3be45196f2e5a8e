"""How is what could not be handled looked at and tried again from a terminal?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

import typer

from recado.app.cli.sentences import sentence_of
from recado.app.cli.terminal import House, with_house
from recado.app.installed import adapters
from recado.conversations.service import dead_letters
from recado.conversations.store import dead_letters as dead_letter_store
from recado.foundation.errors import DomainError
from recado.foundation.text import clip
from recado.organizations.service import get_organization

group = typer.Typer(help="O que não pôde ser tratado.", no_args_is_help=True)
_MOST = 500
Organization = Annotated[str, typer.Option(help="Nome curto da organização.")]


@group.command("list")
def list_letters(organization: Organization) -> None:
    """Mostrar as mensagens mortas, a mais nova primeiro."""
    lines = with_house(lambda house: _list(house, organization))
    for line in lines or ["Nenhuma mensagem morta."]:
        typer.echo(line)


@group.command()
def retry(
    organization: Organization,
    letters: Annotated[list[UUID] | None, typer.Argument(help="Números; sem nenhum, todas.", metavar="[ID]...")] = None,
) -> None:
    """Tentar de novo."""
    told, failed = with_house(lambda house: _retry(house, organization, letters or []))
    for line in told:
        typer.echo(line)
    for line in failed:
        typer.echo(line, err=True)
    if failed:
        raise typer.Exit(1)


async def _list(house: House, slug: str) -> list[str]:
    async with house.database.transaction(None) as tx:
        await house.organization(tx, slug)
        zone = ZoneInfo((await get_organization(tx)).time_zone)
        found = await dead_letter_store.list_dead(tx, None, _MOST)
    return [
        f"{row['id']}  {row['died_at'].astimezone(zone):%d/%m/%Y %H:%M}  {row['kind']}  {row['attempts']}x  "
        f"{clip(row['summary'], 40)}  {clip(row['cause'], 80)}"
        for row in found
    ]


async def _retry(house: House, slug: str, wanted: list[UUID]) -> tuple[list[str], list[str]]:
    """Try each letter in a transaction of its own: one that cannot be retried holds no other back."""
    async with house.database.transaction(None) as tx:
        organization = await house.organization(tx, slug)
        ids = wanted or [row["id"] for row in await dead_letter_store.list_dead(tx, None, _MOST)]
    done, failed = 0, []
    for id_ in ids:
        try:
            async with house.database.transaction(organization) as tx:
                await dead_letters.retry(tx, id_, None, adapters(None))
            done += 1
        except DomainError as refusal:
            failed.append(f"{id_}: {sentence_of(refusal)}")
    if not ids:
        return ["Nenhuma mensagem morta."], []
    return [f"{done} de volta à fila."], failed
