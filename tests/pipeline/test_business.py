"""Does a channel learn from its own webhooks whose account it is? (CHN 2)"""

from __future__ import annotations

import json
from typing import Any

from recado.channels import service as channels
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

BUSINESS = "300000000000777"
UNKNOWN = {"waba_id": ""}


def from_business(clinic: Organization, *values: wire.Json) -> bytes:
    whole = json.loads(wire.delivery(clinic.account, *values))
    for entry in whole["entry"]:
        entry["id"] = BUSINESS
    return json.dumps(whole).encode()


async def settings_of(house: House, clinic: Organization) -> dict[str, Any]:
    return dict((await house.rows("select settings from channels where id = %s", clinic.channel))[0][0])


async def test_the_first_message_tells_whose_account_it_is(house: House) -> None:
    clinic = await house.organization(settings=UNKNOWN)
    await clinic.deliver(from_business(clinic, wire.text(somebody(), "oi"), wire.text(somebody(), "olá")))
    assert (await settings_of(house, clinic))["waba_id"] == BUSINESS
    assert (await settings_of(house, clinic))["graph_url"] == house.graph.base
    async with house.worker.transaction(clinic.id) as tx:
        _, account = await channels.open_account(tx, clinic.channel, house.built.key)
    assert account.settings["waba_id"] == BUSINESS
    assert (
        await house.rows(
            "select from channel_events where channel_id = %s and field like '%%business%%'", clinic.channel
        )
        == []
    )


async def test_an_event_that_names_the_business_alone_then_finds_its_channel(house: House) -> None:
    first, second = [await house.organization(secret="segredo-comum", settings=UNKNOWN) for _ in range(2)]
    await first.deliver(from_business(first, wire.text(somebody(), "oi")))
    house.hook.doors._found.clear()
    event = {"event": "APPROVED", "message_template_id": 5, "message_template_name": "retorno",
             "message_template_language": "pt_BR", "reason": "NONE"}  # fmt: skip
    change = {"field": "message_template_status_update", "value": event}
    raw = json.dumps(
        {"object": "whatsapp_business_account", "entry": [{"id": BUSINESS, "time": 1, "changes": [change]}]}
    )
    await first.deliver(raw.encode(), path="/webhook/whatsapp")
    templates = await house.rows("select channel_id, name, status from templates where name = 'retorno'")
    assert templates == [(first.channel, "retorno", "APPROVED")]
    assert (await settings_of(house, second))["waba_id"] == ""


async def test_what_a_person_has_written_stays(house: House) -> None:
    clinic = await house.organization(settings={"waba_id": "300000000000001"})
    await clinic.deliver(from_business(clinic, wire.text(somebody(), "oi")))
    assert (await settings_of(house, clinic))["waba_id"] == "300000000000001"
