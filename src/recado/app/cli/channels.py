"""How are channels added and looked at from a terminal?"""

from __future__ import annotations

import re
import secrets as secrets_module
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

import typer

from recado.app.cli.terminal import House, Refused, with_house
from recado.app.installed import LITERAL_WEBHOOKS, adapters
from recado.channels import service
from recado.flows.store import running as flows
from recado.foundation.database import Transaction
from recado.foundation.text import fold
from recado.organizations.service import get_organization

group = typer.Typer(help="Canais.", no_args_is_help=True)
add = typer.Typer(help="Ligar um número ou conta.", no_args_is_help=True)
group.add_typer(add, name="add")
_STATES = {"connected": "conectado", "connecting": "conectando", "attention": "atenção", "disconnected": "desconectado"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A channel as the terminal describes it."""

    organization: str
    name: str
    account: str
    number: str
    bot: str
    settings: Mapping[str, str]
    secrets: Mapping[str, str]


@add.callback()
def _add() -> None:
    """Ligar um número ou conta."""


@add.command("whatsapp_cloud")
def add_whatsapp_cloud(
    phone_number_id: Annotated[str, typer.Option(help="ID do número de telefone, na Meta.")],
    app_secret: Annotated[str, typer.Option(help="Chave secreta do aplicativo.")],
    verify_token: Annotated[str, typer.Option(help="Token de verificação do webhook.")],
    access_token: Annotated[str, typer.Option(help="Token de acesso.")],
    organization: Annotated[str, typer.Option(help="Nome curto da organização; vazio vale quando só há uma.")] = "",
    graph_url: Annotated[str, typer.Option(help="Endereço da Graph API; vazio usa o da Meta.")] = "",
    number: Annotated[str, typer.Option(help="O número, como as pessoas o discam.")] = "",
    waba_id: Annotated[str, typer.Option(help="ID da conta do WhatsApp Business.")] = "",
    name: Annotated[str, typer.Option(help="Como o canal aparece no painel.")] = "WhatsApp",
    bot: Annotated[str, typer.Option(help="Nome do bot que responde; vazio usa o da organização.")] = "",
) -> None:
    """Ligar um número da API oficial da Meta."""
    settings = {"graph_url": graph_url, "waba_id": waba_id}
    secrets = {"app_secret": app_secret, "access_token": access_token, "verify_token": verify_token}
    wanted = Wanted(
        organization, name, phone_number_id.strip(), re.sub(r"\D", "", number), bot,
        {key: value.strip().rstrip("/") for key, value in settings.items() if value.strip()},
        {key: value.strip() for key, value in secrets.items()},
    )  # fmt: skip
    for line in with_house(lambda house: _store(house, "whatsapp_cloud", wanted)):
        typer.echo(line)


@add.command("evolution")
def add_evolution(
    instance: Annotated[str, typer.Option(help="Nome da instância no gateway; é criada ao conectar.")],
    url: Annotated[str, typer.Option(help="Endereço da Evolution API, como este sistema o alcança.")],
    api_key: Annotated[str, typer.Option(help="Chave global da Evolution API, ou o token da instância.")],
    webhook_secret: Annotated[str, typer.Option(help="Segredo do cabeçalho do webhook; vazio gera um.")] = "",
    webhook_url: Annotated[
        str, typer.Option(help="Endereço deste sistema visto do gateway; vazio usa o público.")
    ] = "",
    organization: Annotated[str, typer.Option(help="Nome curto da organização; vazio vale quando só há uma.")] = "",
    number: Annotated[str, typer.Option(help="O número, como as pessoas o discam.")] = "",
    lists: Annotated[str, typer.Option(help="native tenta listas nativas; vazio usa texto numerado.")] = "",
    name: Annotated[str, typer.Option(help="Como o canal aparece no painel.")] = "WhatsApp",
    bot: Annotated[str, typer.Option(help="Nome do bot que responde; vazio usa o da organização.")] = "",
) -> None:
    """Ligar uma instância da Evolution API; o número é conectado depois, no painel."""
    secret = webhook_secret.strip() or secrets_module.token_urlsafe(32)
    settings = {"base_url": url, "webhook_url": webhook_url, "lists": lists}
    wanted = Wanted(
        organization, name, instance.strip(), re.sub(r"\D", "", number), bot,
        {key: value.strip().rstrip("/") for key, value in settings.items() if value.strip()},
        {"api_key": api_key.strip(), "webhook_secret": secret},
    )  # fmt: skip
    for line in with_house(lambda house: _store(house, "evolution", wanted)):
        typer.echo(line)
    typer.echo(f"Cabeçalho do webhook: x-recado-secret: {secret}")
    typer.echo("Conecte o número em WhatsApp → Conexões, por QR code ou código de pareamento.")


@group.command("list")
def list_channels(
    organization: Annotated[str, typer.Option(help="Nome curto da organização; vazio mostra todas.")] = "",
) -> None:
    """Mostrar os canais."""
    lines = with_house(lambda house: _list(house, organization))
    for line in lines or ["Nenhum canal."]:
        typer.echo(line)


async def _store(house: House, adapter: str, wanted: Wanted) -> list[str]:
    async with house.database.transaction(None) as tx:
        await house.organization(tx, wanted.organization)
        bot = await find_bot(tx, wanted.bot) if wanted.bot else None
        id_ = await service.add(
            tx, key=house.key, adapters=adapters(None), adapter=adapter, name=wanted.name, external_id=wanted.account,
            number=wanted.number, settings=wanted.settings, secrets=wanted.secrets, default_bot=bot,
        )  # fmt: skip
    known = [f"{house.settings.public_url}{path}" for path, key in LITERAL_WEBHOOKS.items() if key == adapter]
    base = wanted.settings.get("webhook_url", house.settings.public_url)
    lines = [f"Canal criado: {id_}", f"Webhook: {base}/webhooks/{id_}"]
    return [*lines, f"Também recebe em: {' ou '.join(known)}"] if known else lines


async def find_bot(tx: Transaction, name: str) -> UUID:
    """Return the bot of this name, whatever its case and accents; raise `Refused` where there is none."""
    bots = await flows.bots(tx)
    found = next((bot.id for bot in bots if fold(bot.name) == fold(name)), None)
    if found is None:
        known = ", ".join(bot.name for bot in bots) or "nenhum"
        raise Refused(f"Não há bot com o nome {name!r}. Bots da organização: {known}.")
    return found


async def _list(house: House, slug: str) -> list[str]:
    if slug:
        async with house.database.transaction(None) as tx:
            wanted = [await house.organization(tx, slug)]
    else:
        wanted = await house.organizations()
    lines: list[str] = []
    for organization in wanted:
        async with house.database.transaction(organization) as tx:
            found = await service.list_channels(tx, adapters(None))
            shown = slug or (await get_organization(tx)).slug
        lines += [
            f"{shown}  {one.id}  {one.adapter}  {one.external_id}  {one.number or '-'}  "
            f"{_STATES.get(one.state, one.state)}{f' ({one.state_reason})' if one.state_reason else ''}  {one.name}"
            for one in found
        ]
    return lines
