"""What does a newcomer find: an organization with a bot, a number on the simulator, and somebody who can sign in?"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from recado.app.installed import adapters, installed_nodes
from recado.app.roles import role_dsn
from recado.channels import service as channels
from recado.flows.service import publishing as flows
from recado.flows.service import testing
from recado.foundation.database import Database
from recado.foundation.secrets import MasterKey
from recado.foundation.settings import Settings
from recado.organizations.models import SYSTEM, Role
from recado.organizations.service import (
    Passwords,
    add_member,
    create_organization,
    create_user,
    find_organization,
    find_user_id,
)

SLUG = "clinica-bicho-feliz"
NAME = "Clínica Bicho Feliz"
EMAIL = "demo@recado.local"
PHONE_NUMBER_ID = "409871260000417"
WABA_ID = "309871260000417"
NUMBER = "551148710417"
PEOPLE = (("Viviane Prado", EMAIL, Role.ORG_ADMIN), ("Rafael Nunes", "rafael@recado.local", Role.OPERATOR))


async def make_demo(settings: Settings, owner_dsn: str, key: MasterKey) -> dict[str, Any]:
    """Make the demo organization where it is absent, and return its sign-in and what the simulator must know."""
    database = await Database.connect(role_dsn(owner_dsn, "recado_app", key), size=2, name="recado-demo")
    try:
        async with database.transaction(None) as tx:
            known = await find_organization(tx, SLUG)
        if known is None:
            await _make(database, settings, key)
        else:
            async with database.transaction(known) as tx:
                await channels.change_settings(tx, PHONE_NUMBER_ID, graph_settings(settings))
    finally:
        await database.close()
    return {"email": EMAIL, "password": password(key), "account": account(settings, key)}


def password(key: MasterKey) -> str:
    """Return the demo's password: different on every installation, the same on every start."""
    return "recado-" + key.derive("demo password").hex()[:8]


def secrets_of(key: MasterKey) -> dict[str, str]:
    """Return the secrets of the demo's channel."""
    return {
        "app_secret": key.derive("demo app secret").hex(),
        "access_token": key.derive("demo access token").hex(),
        "verify_token": key.derive("demo verify token").hex()[:32],
    }


def graph_settings(settings: Settings) -> dict[str, str]:
    """Return where the demo's number finds the simulator: the port after the product's own."""
    return {"graph_url": f"http://127.0.0.1:{settings.port + 1}/v25.0", "waba_id": WABA_ID}


def account(settings: Settings, key: MasterKey) -> dict[str, Any]:
    """Return the demo's number as the simulator wants to hear of it."""
    return {
        "phone_number_id": PHONE_NUMBER_ID,
        "waba_id": WABA_ID,
        "display_phone_number": NUMBER,
        "name": NAME,
        "app_id": "100000000000001",
        "callback_url": f"http://127.0.0.1:{settings.port}/webhook/whatsapp",
        **secrets_of(key),
    }


async def _make(database: Database, settings: Settings, key: MasterKey) -> None:
    hashed = await Passwords(key).hash(password(key))
    folder = files("recado.flows.demo")
    draft = json.loads((folder / "clinica.json").read_text(encoding="utf-8"))
    async with database.transaction(None) as tx:
        await create_organization(tx, name=NAME, slug=SLUG, solution="petcare", consent="on_reply")
        for name, email, role in PEOPLE:
            user = await find_user_id(tx, email)
            if user is None:
                user = await create_user(tx, email=email, name=name, password_hash=hashed)
            await add_member(tx, user, role=role, by=SYSTEM)
        bot = await flows.create_bot(tx, name="Atendimento da clínica", keywords=("clínica",))
        flow = await flows.create_flow(tx, bot=bot, name=str(draft["name"]), draft=draft)
        cases = (folder / "clinica.tests.yaml").read_text(encoding="utf-8")
        await testing.save_tests(tx, SYSTEM, flow, revision=1, text=cases)
        await flows.publish_flow(tx, flow, installed_nodes())
        await channels.add(
            tx, key=key, adapters=adapters(None), adapter="whatsapp_cloud", name="WhatsApp da clínica",
            external_id=PHONE_NUMBER_ID, number=NUMBER,
            settings=graph_settings(settings),
            secrets=secrets_of(key), default_bot=bot,
        )  # fmt: skip
