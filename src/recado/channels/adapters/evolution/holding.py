"""What does the gateway's own database hold of a while?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp

from recado.channels.adapter import Account, Held, SentThere
from recado.channels.adapters.evolution.gateway import (
    QUICK,
    AnswerLost,
    Gateway,
    NotConfigured,
    NotReached,
    ask,
    gateway_of,
)
from recado.channels.adapters.evolution.inbound import MAX_NODES
from recado.channels.adapters.evolution.inbound.identity import Key, read_key
from recado.channels.adapters.evolution.inbound.messages import read_message
from recado.channels.adapters.evolution.inbound.shapes import items_in, moment, number, object_in, text_in
from recado.channels.adapters.evolution.inbound.statuses import furthest, read_status
from recado.channels.models import Arrival, InboundMessage, Json, Reading, StatusUpdate

PAGE: Final = 50
PAGES: Final = 5
"""In one look: 250 messages. A longer gap is closed from its beginning, a look at a time."""
CAP: Final = 32 * 1024 * 1024
_OK, _REDIRECT = 200, 300
_AHEAD: Final = timedelta(days=1)
"""Both ends must be named for either to count, and clocks differ."""


async def held(session: aiohttp.ClientSession, account: Account, since: datetime, now: datetime) -> Held | None:
    """Messages of people and statuses of ours since a moment; None where the gateway does not answer that.

    One that keeps no messages answers with none.
    """
    try:
        gateway = gateway_of(account)
        first = await _page(session, gateway, since, now, 1)
        if first is None:
            return None
        rows, pages = list(first.rows), first.pages
        # The newest come first. Of too many the oldest are taken, so that the next look goes on from there.
        is_all = pages <= PAGES
        if not is_all:
            rows = []
        for page in range(2, pages + 1) if is_all else range(pages, pages - PAGES, -1):
            found = await _page(session, gateway, since, now, page)
            if found is None:
                return None
            rows += found.rows
    except (NotConfigured, NotReached, AnswerLost):
        return None
    dated = sorted(
        ((at, n, row) for n, row in enumerate(rows) if (at := _at(row)) and at >= since), key=lambda one: one[:2]
    )
    until = now if is_all or not dated else dated[-1][0]
    readings = tuple(Reading(gateway.instance, one) for _, _, row in dated for one in _arrivals(row))
    return Held(readings, until, tuple(sent for at, _, row in dated if (sent := _sent(row, at)) is not None))


class _Page:
    """One page and how many there are."""

    def __init__(self, rows: list[Json], pages: int) -> None:
        self.rows, self.pages = rows, pages


async def _page(
    session: aiohttp.ClientSession, gateway: Gateway, since: datetime, now: datetime, page: int
) -> _Page | None:
    url = gateway.url("chat", "findMessages", gateway.instance)
    span = {"gte": since.isoformat(), "lte": (now + _AHEAD).isoformat()}
    wanted: Json = {"where": {"messageTimestamp": span}, "page": page, "offset": PAGE}
    answer = await ask(session, "POST", url, gateway, json=wanted, timeout=QUICK, cap=CAP, nodes=MAX_NODES)
    if not _OK <= answer.status < _REDIRECT:
        return None
    # The first versions answered with the list alone, and knew no pages.
    told = answer.object.get("messages", answer.json)
    rows = told if isinstance(told, list) else items_in(told, "records")
    pages = number(told.get("pages")) if isinstance(told, dict) else None
    return _Page([row for row in rows if isinstance(row, dict)], int(pages or 1))


def _at(row: Json) -> datetime | None:
    return moment(row.get("messageTimestamp"))


def _arrivals(row: Json) -> Iterator[Arrival]:
    """A row as its webhooks would have told it.

    Whether something that was written beside the phone came through the API or from WhatsApp Web is not told here. It is
    left out: taken for a person's, it would silence the bot that wrote it.
    """
    key = read_key(row)
    if not (key.mine and _may_be_by_the_api(key, row)):
        yield from (one for one in read_message(row) if isinstance(one, InboundMessage))
    if key.mine and (word := furthest(object_in({"it": one}, "it").get("status") for one in _updates(row))):
        told: dict[str, Any] = {"key": row.get("key"), "update": {"status": word}}
        yield from (one for one in read_status(told) if isinstance(one, StatusUpdate))


def _may_be_by_the_api(key: Key, row: Json) -> bool:
    return key.id.startswith("3EB0") or text_in(row, "source") in ("web", "unknown", "")


def _sent(row: Json, at: datetime) -> SentThere | None:
    """What may be a message of ours of which no answer told."""
    key = read_key(row)
    if not (key.mine and _may_be_by_the_api(key, row)):
        return None
    # Read as if the other side had written it: what is wanted are its words.
    turned = {**row, "key": {**object_in(row, "key"), "fromMe": False}}
    said = next((one for one in read_message(turned) if isinstance(one, InboundMessage)), None)
    return None if said is None else SentThere(key.id, key.who, said.text, at)


def _updates(row: Json) -> list[Any]:
    return [*items_in(row, "MessageUpdate"), {"status": row.get("status")}]
