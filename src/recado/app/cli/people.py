"""How is somebody let in again, or shut out, from a terminal?

People belong to the installation, not to one organization of theirs: an organization suspends a member, only whoever runs the
installation shuts a person out of all of it.
"""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from recado.app.cli.terminal import House, Refused, with_house
from recado.foundation.database import Transaction
from recado.organizations.models import UserId
from recado.organizations.rules.passwords import check_password
from recado.organizations.service import Passwords, find_user_id, set_user_disabled
from recado.organizations.service import reset_password as store_password

group = typer.Typer(help="Pessoas da instalação.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(help="E-mail com que a pessoa entra.")]


@group.command("reset-password")
def reset_password(
    email: Email, password: Annotated[str, typer.Option(help="Senha nova; sem ela, uma é gerada e mostrada.")] = ""
) -> None:
    """Dar uma senha nova a quem perdeu a sua. Todas as sessões da pessoa são encerradas."""
    typer.echo(with_house(lambda house: _reset(house, email, password)))


@group.command()
def disable(email: Email) -> None:
    """Tirar o acesso de uma pessoa a toda a instalação, já."""
    typer.echo(with_house(lambda house: _set_disabled(house, email, disabled=True)))


@group.command()
def enable(email: Email) -> None:
    """Devolver o acesso a uma pessoa."""
    typer.echo(with_house(lambda house: _set_disabled(house, email, disabled=False)))


async def _reset(house: House, email: str, password: str) -> str:
    new = password or secrets.token_urlsafe(12)
    check_password(new, about=(email,))
    passwords = Passwords(house.key)
    try:
        hashed = await passwords.hash(new)
    finally:
        passwords.close()
    async with house.database.transaction(None) as tx:
        await store_password(tx, await _find(tx, email), hashed)
    shown = "" if password else f" Senha: {new} (não será mostrada de novo)"
    return f"Senha de {email} trocada; as sessões abertas foram encerradas.{shown}"


async def _set_disabled(house: House, email: str, *, disabled: bool) -> str:
    async with house.database.transaction(None) as tx:
        await set_user_disabled(tx, await _find(tx, email), disabled=disabled)
    if disabled:
        return f"{email} não entra mais; as sessões abertas foram encerradas."
    return f"{email} pode entrar de novo."


async def _find(tx: Transaction, email: str) -> UserId:
    user = await find_user_id(tx, email)
    if user is None:
        raise Refused(f"Não há pessoa com o e-mail {email!r}.")
    return user
