"""Do statuses only ever move a message forward, in whatever order they come? (T07)"""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from recado.conversations.models import RANKS, Status
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody

WORDS = ("sent", "delivered", "read", "failed")
OURS = "our record"
"""The moment at which we write down that the provider took the message."""


def expected(order: tuple[str, ...]) -> str:
    """The plainest rule: `failed` counts only before `delivered`; else the furthest that was ever said."""
    words = set(order) - {OURS}
    if words & {"delivered", "read"}:
        return "read" if "read" in words else "delivered"
    if "failed" in words:
        return "failed"
    return "sent" if "sent" in words else "accepted"


def interleavings() -> list[tuple[str, ...]]:
    """Every order of every choice of statuses, with our own record at every place."""
    found = []
    for size in range(len(WORDS) + 1):
        for chosen in itertools.combinations(WORDS, size):
            found += list(itertools.permutations((*chosen, OURS)))
    return found


@pytest.mark.parametrize("with_token", [False, True], ids=["by id", "by token"])
async def test_t07_every_interleaving_is_monotone(house: House, with_token: bool) -> None:
    """261 orders at once, each on a message of its own; after every step no message has gone back."""
    clinic = await house.organization()
    orders = {somebody(): order for order in interleavings()}
    assert len(orders) == 261
    for who in orders:
        await clinic.hears(who, "oi", settle=False)
    while await house.inbox.run_once():
        pass
    tokens = await tokens_of(house, clinic, orders)
    ids = {who: wire.wamid("S") for who in orders}
    ranks = dict.fromkeys(orders, 0)
    for step in range(max(map(len, orders.values()))):
        now = {who: order[step] for who, order in orders.items() if step < len(order)}
        recorded = [who for who, word in now.items() if word == OURS]
        await record(house, clinic, {who: (tokens[who][0], ids[who]) for who in recorded})
        rows = [
            status_row(word, ids[who], who, tokens[who][1] if with_token else "")
            for who, word in now.items()
            if word != OURS
        ]
        await house_statuses(house, clinic, rows)
        seen = await statuses_of(house, clinic, tokens)
        for who, status in seen.items():
            assert RANKS[Status(status)] >= ranks[who], orders[who]
            ranks[who] = RANKS[Status(status)]
    final = await statuses_of(house, clinic, tokens)
    assert {orders[who]: status for who, status in final.items()} == {
        order: expected(order) for order in orders.values()
    }
    assert await house.rows("select status from parked_statuses where organization_id = %s", clinic.id) == []
    failures = await house.rows(
        "select count(*) from messages where organization_id = %s and (failure is not null) <> (status = 'failed')",
        clinic.id,
    )
    assert failures == [(0,)]


async def tokens_of(house: House, clinic: Organization, people: Any) -> dict[Person, tuple[Any, str]]:
    """The first queued message of each person: its id and the mark that goes along with it."""
    rows = await house.rows(
        "select a.value, o.id, o.token from outbox o"
        " join conversations c on c.organization_id = o.organization_id and c.id = o.conversation_id"
        " join contact_addresses a on a.organization_id = o.organization_id and a.contact_id = c.contact_id"
        " where o.organization_id = %s and a.kind = 'phone' order by o.seq desc", clinic.id,
    )  # fmt: skip
    found = {phone: (id_, token) for phone, id_, token in rows}
    return {who: found[who.phone] for who in people}


async def record(house: House, clinic: Organization, accepted: dict[Person, tuple[Any, str]]) -> None:
    """Let the lane write down that these messages were taken, exactly as it does after a call."""
    from recado.channels.models import Outcome, SendResult
    from recado.conversations.service.sending import Sending
    from recado.foundation.lanes.models import Attempt, End, Finished, Outgoing

    if not accepted:
        return
    finished = []
    for message, id_ in accepted.values():
        row = Outgoing(
            organization=clinic.id, id=message, conversation=message, channel=clinic.channel, lane=0, klass="reply",
            recipient='{"wa_id":""}', body="{}", token="", attempt=1, failures=0, resent=False, paced=False,
            queued_at=house.clock(),
        )  # fmt: skip
        finished.append(Finished(row, Attempt(End.ACCEPTED, SendResult(Outcome.ACCEPTED, provider_id=id_))))
    async with house.worker.transaction(clinic.id) as tx:
        await Sending(house.built.ports).settle(tx, finished)


def status_row(word: str, id_: str, who: Person, token: str) -> wire.Json:
    row = wire.status(word, id_, who, token=token)
    return row | ({"errors": [{"code": 131026, "title": "Message undeliverable"}]} if word == "failed" else {})


async def house_statuses(house: House, clinic: Organization, rows: list[wire.Json]) -> None:
    for start in range(0, len(rows), 100):
        await clinic.deliver(wire.delivery(clinic.account, {"statuses": rows[start : start + 100]}), settle=False)
    while await house.inbox.run_once():
        pass


async def statuses_of(house: House, clinic: Organization, tokens: dict[Person, tuple[Any, str]]) -> dict[Person, str]:
    rows = dict(
        await house.rows("select id, status from messages where organization_id = %s and direction = 'out'", clinic.id)
    )
    return {who: rows[id_] for who, (id_, _) in tokens.items()}


async def test_a_failure_after_delivery_is_no_failure_and_before_it_says_why(clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    first, second = [one.id for one in clinic.house.graph.sent if one.to == ana.phone]
    await clinic.statuses(wire.status("delivered", first, ana), wire.failed(first, ana, 131026))
    await clinic.statuses(wire.failed(second, ana, 131047, "Re-engagement message"))
    one, two = await clinic.thread(ana, direction="out")
    assert (one["status"], one["failure"]) == ("delivered", None)
    assert (two["status"], two["failure"]["code"]) == ("failed", "131047")
    assert two["failure"]["title"] == "Re-engagement message"


async def test_a_parked_status_is_forgotten_after_ten_minutes(house: House, clinic: Organization) -> None:
    from recado.foundation.lanes.retention import forget_some

    await clinic.statuses(wire.status("read", wire.wamid("NEVER"), somebody()))
    await clinic.statuses(wire.status("read", wire.wamid("YOUNG"), somebody()))
    await house.rows(
        "update parked_statuses set parked_at = now() - interval '11 minutes' where provider_id like %s", "%NEVER%"
    )
    async with house.worker.transaction(clinic.id) as tx:
        assert await forget_some(tx, "parked_statuses") == 1
    left = await house.rows("select provider_id from parked_statuses where organization_id = %s", clinic.id)
    assert len(left) == 1
    assert "YOUNG" in left[0][0]


async def test_whoever_stopped_marketing_is_remembered(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    first = next(one.id for one in house.graph.sent if one.to == ana.phone)
    await clinic.statuses(wire.failed(first, ana, 131050))
    rows = await house.rows(
        "select marketing_stopped_at is not null from contacts where organization_id = %s", clinic.id
    )
    assert rows == [(True,)]
