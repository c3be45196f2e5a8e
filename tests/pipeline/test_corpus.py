"""Does every delivery of the catalogue, posted at the real webhook, appear in the API as what it is? (T06)

Each case with people in it has an organization of its own, so that none sees what another said. What a status is about was
really sent before.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
import pytest_asyncio

from recado.channels.adapters.whatsapp_cloud.inbound import read
from recado.channels.models import ChannelEvent, InboundMessage
from recado.conversations.models import RANKS, Status
from tests.channels.whatsapp_cloud.catalogue import all_cases
from tests.channels.whatsapp_cloud.catalogue.building import BSUID, NUMBER_ID, PHONE, Case, Expected
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person
from tests.support.access import Browser

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

CASES = all_cases()
WRITER = Person(PHONE, "Ana Souza")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def clinics(opened: House) -> AsyncIterator[Mapping[str, Organization]]:
    """Every case in an organization of its own, all of them delivered, half of the deliveries while others are handled."""
    news = await opened.organization(flow=None, account=NUMBER_ID, shared=True)
    found = {
        case.name: news if _is_news(case) else await opened.organization(flow=None, account=NUMBER_ID, shared=True)
        for case in CASES
    }
    for case in CASES:
        await _send_what_statuses_are_about(found[case.name], case)
    for number, case in enumerate(CASES):
        await found[case.name].deliver(case.body, settle=number % 40 == 0)
    await opened.settle()
    yield found


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
async def test_t06_a_delivery_appears(house: House, clinics: Mapping[str, Organization], case: Case) -> None:
    clinic = clinics[case.name]
    lines = {} if _is_news(case) else await _everything(await clinic.shared_browser())
    for reading, expected in zip(read(case.body), case.expected, strict=True):
        match reading.arrival:
            case InboundMessage(provider_id=id_):
                await _compare(house, clinic, *lines[id_], expected.attributes)
            case ChannelEvent(key=key, field=field):
                kept = await house.rows(
                    "select field from channel_events where organization_id = %s and key = %s", clinic.id, key
                )
                assert kept == [(field,)]
    for id_, words in _told(case).items():
        line, _ = lines[id_]
        furthest = max(words, key=lambda word: RANKS[Status(word.attributes["status"])])
        assert line["status"] == furthest.attributes["status"]
        if "error__code" in furthest.attributes and line["status"] == "failed":
            assert line["failure"]["code"] == furthest.attributes["error__code"]


async def test_t06_nothing_died_and_nothing_waits(house: House, clinics: Mapping[str, Organization]) -> None:
    assert await house.rows("select summary, cause from dead_letters") == []
    assert await house.rows("select key from inbox") == []
    assert await house.rows("select account from quarantined_deliveries") == []
    # What was read is kept as it came, once for each delivery.
    kept = await house.rows("select count(*), count(distinct raw) from deliveries where raw <> ''")
    assert kept[0][0] >= len(CASES)


def _is_news(case: Case) -> bool:
    """Is it about the account alone? Such cases share an organization."""
    return all(expected.kind == "event" for expected in case.expected)


def _told(case: Case) -> dict[str, list[Expected]]:
    """The statuses of a case by the message they are about."""
    found: dict[str, list[Expected]] = {}
    for expected in case.expected:
        if expected.kind == "status":
            found.setdefault(expected.attributes["provider_id"], []).append(expected)
    return found


async def _send_what_statuses_are_about(clinic: Organization, case: Case) -> None:
    if ids := list(_told(case)):
        value = wire.text(WRITER, "oi", id_="wamid.before", from_user_id=BSUID)
        value["contacts"][0]["user_id"] = BSUID
        await clinic.deliver(wire.delivery(NUMBER_ID, value))
        browser = await clinic.shared_browser()
        for id_ in ids:
            answer = await browser.post(
                f"/conversations/{PHONE}/send",
                {"text": f"id:{id_}"},
                headers={"Idempotency-Key": f"{clinic.slug}-{id_}"},
            )
            assert answer.status_code == 202, answer.text
        await clinic.house.settle()
        assert {one.id for one in clinic.house.graph.sent} >= set(ids)


async def _everything(browser: Browser) -> dict[str, tuple[Any, Any]]:
    """Every line that the API shows, with the person of its thread, by the provider's id."""
    found: dict[str, tuple[Any, Any]] = {}
    page = (await browser.get("/conversations?limit=100")).json()
    assert page["next_cursor"] is None
    for conversation in page["items"]:
        cursor = ""
        while cursor is not None:
            path = f"/conversations/{conversation['id']}/messages?limit=100{cursor and f'&before={cursor}'}"
            lines = (await browser.get(path)).json()
            found |= {line["provider_id"]: (line, conversation["contact"]) for line in lines["items"]}
            cursor = lines["next_cursor"]
    return found


async def _compare(house: House, clinic: Organization, line: Any, contact: Any, wanted: Mapping[str, Any]) -> None:
    content = line["content"] or {}
    seen = {
        "type": line["type"],
        "text": line["text"],
        "subtype": line["subtype"],
        "provider_id": line["provider_id"],
        "echo": line["author"] == "phone",
        "error_codes": tuple(error["code"] for error in content.get("errors", ())),
        "sender__name": contact["name"],
        "media": line["media"] or None,
        "reply_to": "" if line["reply_to"] is None else wanted.get("reply_to"),
        "about": content.get("about", ""),
        "forwarded": content.get("forwarded", False),
        "group": content.get("group", ""),
    }
    for name, value in wanted.items():
        if name in seen:
            assert seen[name] == value, name
        elif name.removeprefix("media__") in {"provider_id", "mime_type", "filename", "voice"}:
            assert _media(line)[name.removeprefix("media__")] == value, name
        elif name.startswith(("content__", "choice__")):
            assert _within(content, name.removeprefix("content__")) == value, name
    echo = seen["echo"]
    assert line["direction"] == ("out" if echo else "system" if line["type"] == "system" else "in")
    assert line["status"] == ("sent" if echo else "received")
    await _compare_sender(house, clinic, contact, wanted)


async def _compare_sender(house: House, clinic: Organization, contact: Any, wanted: Mapping[str, Any]) -> None:
    addresses = await house.rows(
        "select kind, value from contact_addresses where organization_id = %s and contact_id = %s",
        clinic.id, contact["id"],
    )  # fmt: skip
    for attribute, kind in (("sender__wa_id", "phone"), ("sender__bsuid", "bsuid")):
        if value := wanted.get(attribute):
            assert (kind, value) in addresses, addresses
    if wanted.get("sender__wa_id"):
        # After a change of number the newer one is shown; either way it is one of theirs.
        shown = re.sub(r"\D", "", contact["phone"])[-8:]
        assert shown in {value[-8:] for kind, value in addresses if kind == "phone"}


def _media(line: Any) -> dict[str, Any]:
    (file,) = line["media"]
    return dict(file)


def _within(content: Any, name: str) -> Any:
    value = content
    for step in name.split("__"):
        value = value.get(step) if isinstance(value, dict) else None
    return value
