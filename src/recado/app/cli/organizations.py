"""How does an organization come to be from a terminal?"""

from __future__ import annotations

import secrets
import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from recado.app.cli.terminal import House, Refused, with_house
from recado.foundation.database import Transaction
from recado.organizations.models import SYSTEM, Role
from recado.organizations.rules.passwords import check_password
from recado.organizations.service import Passwords, add_member, create_organization, create_user, find_user_id

group = typer.Typer(help="Organizações.", no_args_is_help=True)


@dataclass(frozen=True, slots=True)
class Admin:
    """Who administers a new organization. Without a password one is made and shown once."""

    email: str
    name: str
    password: str


@group.callback()
def _group() -> None:
    """Organizações."""


@group.command()
def create(
    name: Annotated[str, typer.Option(help="Como as pessoas a conhecem.")],
    slug: Annotated[str, typer.Option(help="Nome curto: letras minúsculas, números e hifens.")],
    time_zone: Annotated[str, typer.Option(help="Fuso horário.")] = "America/Sao_Paulo",
    admin_email: Annotated[str, typer.Option(help="E-mail de quem vai administrar.")] = "",
    admin_name: Annotated[str, typer.Option(help="Nome de quem vai administrar.")] = "",
    admin_password: Annotated[str, typer.Option(help="Senha; sem ela, é pedida ou gerada.")] = "",
) -> None:
    """Criar uma organização e, se quiser, quem a administra."""
    admin = None
    if admin_email:
        asked = admin_password or _ask_password()
        admin = Admin(admin_email, admin_name or admin_email.partition("@")[0], asked)
    elif admin_name or admin_password:
        raise typer.BadParameter("diga também --admin-email")
    for line in with_house(lambda house: _create(house, name, slug, time_zone, admin)):
        typer.echo(line)


def _ask_password() -> str:
    """Ask where somebody can answer; empty lets us make one."""
    if not sys.stdin.isatty():
        return ""
    return str(typer.prompt("Senha (vazia: gerar uma)", default="", show_default=False, hide_input=True))


async def _create(house: House, name: str, slug: str, time_zone: str, admin: Admin | None) -> list[str]:
    if not name.strip():
        raise Refused("A organização precisa de um nome.")
    password = hashed = ""
    if admin is not None:
        password = admin.password or secrets.token_urlsafe(12)
        check_password(password, about=(admin.name, admin.email, name))
        hashed = await Passwords(house.key).hash(password)
    async with house.database.transaction(None) as tx:
        organization = await create_organization(tx, name=name.strip(), slug=slug, time_zone=time_zone)
        lines = [f"Organização {name.strip()} criada: {slug} ({organization})"]
        if admin is not None:
            lines.append(await _add_admin(tx, admin, hashed, password))
    return lines


async def _add_admin(tx: Transaction, admin: Admin, hashed: str, password: str) -> str:
    known = await find_user_id(tx, admin.email)
    if known is not None:
        await add_member(tx, known, role=Role.ORG_ADMIN, by=SYSTEM)
        return f"Entrar: {admin.email} (com a senha que já tem)"
    user = await create_user(tx, email=admin.email, name=admin.name, password_hash=hashed)
    await add_member(tx, user, role=Role.ORG_ADMIN, by=SYSTEM)
    shown = "" if admin.password else f"   Senha: {password} (não será mostrada de novo)"
    return f"Entrar: {admin.email}{shown}"
