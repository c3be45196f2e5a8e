"""How do hostile texts reach every place of a conversation through the provider's own webhook?"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.journeys.desk import Desk
from tests.journeys.hostile import CORPUS
from tests.journeys.people import Json, World, until
from tests.journeys.pictures import png

_PHONE = "5511770000001"
_NAMES_FROM = 5_511_780_000_001
_A_DELIVERY = 40
_PAYLOADS_A_NOTE = 12
# Older than what a machine still answers: the attack is about what people see, and a person is told at once.
_AGE_S = 20 * 60


@dataclass(slots=True)
class Attacker:
    """A customer who writes what a provider would deliver, as it would be delivered."""

    world: World
    number: str
    name: str = "Quem ataca"
    _rows: list[Json] = field(default_factory=list)
    _said: int = 0

    def write(self, kind: str, value: Any, *, reply_to: str = "") -> str:
        """Prepare one message of `kind`; the id that it will have."""
        self._said += 1
        id_ = f"wamid.{self.number}.{self._said}"
        row = {"from": self.number, "id": id_, "timestamp": str(int(time.time()) - _AGE_S), "type": kind, kind: value}
        self._rows.append(row | ({"context": {"id": reply_to, "from": self.number}} if reply_to else {}))
        return id_

    async def deliver(self) -> int:
        """Post what was prepared; how many messages there were."""
        for some in _pieces(self._rows, _A_DELIVERY):
            await post(self.world, [{"profile": {"name": self.name}, "wa_id": self.number}], some)
        return len(self._rows)


async def post(world: World, contacts: Sequence[Json], messages: Sequence[Json]) -> None:
    account = await world.account()
    id_ = account["phone_number_id"]
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": account["display_phone_number"], "phone_number_id": id_},
        "contacts": list(contacts),
        "messages": list(messages),
    }
    answer = await world.ask("POST", "webhooks", {"account": id_, "field": "messages", "value": value})
    assert answer["status"] == 200, answer


async def arrive_as(world: World, names: Sequence[str], first_number: int) -> list[str]:
    """Each name writes once, from a phone of its own; the phones' numbers."""
    numbers = [str(first_number + at) for at in range(len(names))]
    said = str(int(time.time()) - _AGE_S)
    for some in _pieces(list(zip(numbers, names, strict=True)), _A_DELIVERY):
        contacts = [{"profile": {"name": name}, "wa_id": number} for number, name in some]
        messages = [
            {"from": number, "id": f"wamid.name.{number}", "timestamp": said, "type": "text", "text": {"body": name}}
            for number, name in some
        ]
        await post(world, contacts, messages)
    return numbers


async def upload(world: World, number: str, content: bytes, mime_type: str) -> Json:
    """Put a file on the attacker's phone; how a message refers to it."""
    form = aiohttp.FormData()
    form.add_field("file", content, filename="arquivo", content_type=mime_type)
    account = (await world.account())["phone_number_id"]
    async with world.http.post(f"{world.url}/control/phones/{number}/media?account={account}", data=form) as answer:
        assert answer.status == 201, await answer.text()
        id_ = (await answer.json())["id"]
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return {"id": id_, "mime_type": mime_type, "sha256": digest}


def _pieces(rows: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


@dataclass(frozen=True, slots=True)
class Scene:
    """The conversation that holds everything, how many rows its thread shows, and the phones with hostile names."""

    conversation: str
    messages: int
    phones: list[str]


async def stage(world: World, desk: Desk) -> Scene:
    """Put every text of the corpus in every place that strangers can write to, and in notes of colleagues."""
    attacker = Attacker(world, _PHONE)
    await _write_everything(attacker)
    written = await attacker.deliver()
    phones = await arrive_as(world, CORPUS, _NAMES_FROM)

    async def conversation() -> str | None:
        page = await desk.ask("GET", "conversations?q=Quem ataca&limit=1")
        return page["items"][0]["id"] if page["items"] else None

    id_ = await until(conversation, "the attacker's conversation")
    notes = ["\n".join(some) for some in _pieces(CORPUS, _PAYLOADS_A_NOTE)]
    for text in notes:
        await desk.ask("POST", f"conversations/{id_}/notes", {"text": text})

    async def everybody() -> bool:
        counts = (await desk.ask("GET", "conversations?limit=1"))["counts"]
        return bool(counts["waiting"] > len(phones))

    async def everything() -> list[Json] | None:
        rows = await thread(desk, id_)
        mine = [row for row in rows if row["direction"] == "in"]
        done = all(file["state"] == "stored" for row in mine for file in row["media"])
        return rows if done and len(mine) == written else None

    await until(everybody, "all who wrote", 60)
    rows = await until(everything, "all that was written, files included", 60, every_s=0.4)
    # A reaction stands at its message.
    return Scene(id_, sum(row["type"] != "reaction" for row in rows), phones)


async def _write_everything(attacker: Attacker) -> None:
    paper = await upload(attacker.world, attacker.number, b"%PDF-1.4\n%%EOF\n", "application/pdf")
    picture = await upload(attacker.world, attacker.number, png(40, 30), "image/png")
    before = ""
    for at, text in enumerate(CORPUS):
        before = attacker.write("text", {"body": text}, reply_to=before)
        attacker.write("reaction", {"message_id": before, "emoji": text})
        attacker.write("document", {**paper, "filename": text, "caption": text})
        chosen = {"id": str(at), "title": text, "description": text}
        attacker.write("interactive", {"type": "list_reply", "list_reply": chosen})
    for text in CORPUS[::12]:
        attacker.write("image", {**picture, "caption": text})
        attacker.write("button", {"payload": text, "text": text})
        attacker.write("location", {"latitude": 1, "longitude": 2, "name": text, "address": text, "url": text})
        person = {"name": {"formatted_name": text, "first_name": text}, "phones": [{"phone": text}]}
        attacker.write("contacts", [person])


async def thread(desk: Desk, conversation: str) -> list[Json]:
    """All lines of a conversation, page by page, newest page first."""
    rows: list[Json] = []
    before = ""
    while True:
        page = await desk.ask("GET", f"conversations/{conversation}/messages?limit=200{before}")
        rows += page["items"]
        if page["next_cursor"] is None:
            return rows
        before = f"&before={page['next_cursor']}"
