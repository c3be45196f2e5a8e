"""Does a secret reach the address it belongs to, signed or in a header, and stand nowhere on the way? (T34)"""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from recado.flows.performers import ANSWER_ASK
from recado.flows.tasks.answer_asks import AnswerAsk
from recado.foundation.clock import system_clock
from recado.foundation.egress.client import open_egress
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.signatures import is_signed
from tests.foundation.egress.support import Server, ok, serving
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody
from tests.support.jobs import running

CANARY = "canario-7b1f9d"


@pytest_asyncio.fixture(loop_scope="module")
async def receiver() -> AsyncIterator[Server]:
    async with serving(ok(b'{"nome":"Rex"}')) as found:
        yield found


def flow(kind: str, **options: Any) -> dict[str, Any]:
    nodes = {
        "start": {"type": "start", "exits": {"next": "call"}},
        "call": {"type": kind, "options": options, "exits": {"next": "good", "error": "bad"}},
        "good": {"type": "message", "options": {"text": "Foi"}},
        "bad": {"type": "message", "options": {"text": "Não deu"}},
    }
    return {"format": 1, "id": "x", "name": "X", "entry": "start", "nodes": nodes}


async def talks(clinic: Organization, definition: dict[str, Any]) -> None:
    """Publish this flow as the one that answers."""
    (bot,) = (await clinic.api("GET", "/bots"))["items"]
    made = await clinic.api("POST", "/flows", {"name": "X", "bot_id": bot["id"], "definition": definition}, expect=201)
    await clinic.api("POST", f"/flows/{made['id']}/publish", {"revision": made["revision"], "sessions": "stay"})
    await clinic.api("PATCH", f"/bots/{bot['id']}", {"entry_flow_id": made["id"]})


async def keep(clinic: Organization, origin: object, value: str | None = CANARY) -> dict[str, Any]:
    body = {"name": "token", "value": value, "origins": [str(origin)]}
    made: dict[str, Any] = await clinic.api("POST", "/secrets", body, expect=201)
    return made


async def said(house: House, clinic: Organization, person: Person, server: Server, *, words: str = "oi") -> list[str]:
    """What the bot says once the asks were put to the outside."""
    egress = open_egress(Policy(exceptions=frozenset({server.origin})))
    async with running(house.worker, house.clone, {ANSWER_ASK: AnswerAsk(egress, system_clock, house.built.key)}):
        await clinic.hears(person, words)

        async def answered() -> bool:
            return bool(clinic.told(person))

        await house.until(answered, 30)
    await egress.close()
    return clinic.told(person)


async def everywhere(house: House) -> str:
    """Every row of every table, as text."""
    tables = await house.rows("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
    found = [str(await house.rows(f"select t::text from {name} t")) for (name,) in tables]  # noqa: S608
    return "".join(found)


HEADERS = [{"name": "Authorization", "value": "Bearer ", "secret": "token"}]


async def test_t34_a_header_carries_it_and_nothing_else_does(
    house: House, receiver: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    clinic = await house.organization()
    await keep(clinic, receiver.origin)
    await talks(clinic, flow("api_call", url=f"{receiver.origin}/v1", headers=HEADERS))
    assert await said(house, clinic, somebody(), receiver) == ["Foi"]
    assert f"Authorization: Bearer {CANARY}\r\n".encode() in receiver.heads[0]
    rows = await everywhere(house)
    assert CANARY not in rows
    assert CANARY.encode().hex() not in rows
    assert CANARY not in caplog.text


async def test_t34_where_a_person_writes_the_address_it_does_not_leave(house: House, receiver: Server) -> None:
    """The author lets the customer's words be the address; the secret is bound to another."""
    clinic = await house.organization()
    await keep(clinic, "https://api.exemplo.com.br")
    await talks(clinic, flow("api_call", url="{{ message.text }}/v1", headers=HEADERS))
    assert await said(house, clinic, somebody(), receiver, words=str(receiver.origin)) == ["Não deu"]
    assert receiver.heads == []


async def test_t34_one_that_is_gone_or_another_organizations_is_no_ones(house: House, receiver: Server) -> None:
    owner, clinic = await house.organization(), await house.organization()
    await keep(owner, receiver.origin)
    mine = (await keep(clinic, receiver.origin))["secret"]["id"]
    await talks(clinic, flow("api_call", url=f"{receiver.origin}/v1", headers=HEADERS))
    await clinic.api("DELETE", f"/secrets/{mine}", expect=204)
    assert await said(house, clinic, somebody(), receiver) == ["Não deu"]
    assert receiver.heads == []


async def test_a_webhook_arrives_signed_and_whole(house: House, receiver: Server) -> None:
    clinic = await house.organization()
    made = (await keep(clinic, receiver.origin, value=None))["made"]
    data = [{"name": "nome", "value": "{{ contact.name }}"}]
    await talks(clinic, flow("webhook", url=f"{receiver.origin}/avisos", event="oi.dito", data=data, secret="token"))
    assert await said(house, clinic, somebody(), receiver) == ["Foi"]
    head, _, body = receiver.heads[0].partition(b"\r\n\r\n")
    pairs = (line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    headers = {name.lower(): value for name, value in pairs}
    assert is_signed(headers, body, secrets=[made], now=int(time.time()))
    assert b'"type":"oi.dito"' in body
    assert made not in await everywhere(house)
