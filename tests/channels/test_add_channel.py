"""Is a number of Meta's API tried before it is kept, and do its secrets stay where they were put?"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from recado.app.installed import adapters
from recado.channels.adapter import Account
from recado.channels.api import adding, channels
from recado.organizations.models import Role
from tests.support.access import Browser, office
from tests.support.jobs import rows
from tests.support.postgres import Clone

FORM = {
    "name": "Recepção", "external_id": "106540352242922", "number": "+55 11 4000-0000", "app_secret": "um-segredo-dado",
    "verify_token": "um-token-dado", "access_token": "EAA-um-token-dado",
}  # fmt: skip


@dataclass(slots=True)
class Tried:
    """The real adapter, but for what Meta answers."""

    real: Any
    says: str = ""
    accounts: list[Account] = field(default_factory=list)

    @property
    def manifest(self) -> Any:
        return self.real.manifest

    async def check(self, account: Account) -> str:
        self.accounts.append(account)
        return self.says


@pytest.mark.parametrize(
    ("says", "status", "state"),
    [
        ("", 201, "connected"),
        ("network", 201, "attention"),
        ("token_invalid", 422, None),
        ("number_unknown", 422, None),
    ],
)
async def test_an_account_is_kept_if_it_works_or_nobody_could_be_asked(
    database: Clone, says: str, status: int, state: str | None
) -> None:
    async with office(database, routers=[adding.router, channels.router]) as house:
        tried = Tried(adapters(None)["whatsapp_cloud"], says)
        house.app.state.ports = SimpleNamespace(adapters={"whatsapp_cloud": tried})
        house.app.state.graph_url = "https://graph.facebook.com/v25.0"
        clinic = await house.organization("clinica")
        await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
        await house.person("bia@clinica.test", {clinic: Role.OPERATOR})
        ana: Browser = await house.signed_in("ana@clinica.test")
        answer = await ana.post("/channels/whatsapp-cloud", FORM)
        assert answer.status_code == status, answer.text
        assert tried.accounts[0].settings == {"graph_url": "https://graph.facebook.com/v25.0"}
        listed = (await ana.get("/channels")).json()["items"]
        assert [one["state"] for one in listed] == ([] if state is None else [state])
        if status == 422:
            assert (answer.json()["code"], answer.json()["data"]["reason"]) == ("channel_refused", says)
            return
        assert answer.json()["webhook_url"].endswith(f"/webhooks/{answer.json()['channel']['id']}")
        again = await ana.post("/channels/whatsapp-cloud", FORM)
        assert (again.status_code, again.json()["code"]) == (409, "channel_exists")
        assert "EAA-um-token-dado" not in str(rows(database, "select t::text from channels t, audit_entries a"))
        elsewhere = await ana.post("/channels/whatsapp-cloud", {**FORM, "graph_url": "http://10.0.0.1"})
        assert elsewhere.status_code == 422
        bia = await house.signed_in("bia@clinica.test")
        assert (await bia.post("/channels/whatsapp-cloud", FORM)).status_code == 403
