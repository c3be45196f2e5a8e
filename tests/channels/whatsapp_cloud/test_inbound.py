"""Is every invented delivery read as what it is?"""

from __future__ import annotations

import time
from collections import Counter

import pytest

from recado.channels.adapter import Unreadable
from recado.channels.adapters.whatsapp_cloud.inbound import read
from recado.channels.models import (
    ChannelEvent,
    IdentityChange,
    InboundMessage,
    MessageType,
    Preference,
    Reading,
    StatusUpdate,
)
from tests.channels.whatsapp_cloud.catalogue import all_cases
from tests.channels.whatsapp_cloud.catalogue.building import WABA, Case, card, change, delivery, message, value

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_delivery_is_read_as_expected(case: Case) -> None:
    readings = read(case.body)
    assert [type(reading.arrival).__name__ for reading in readings] == [
        {"message": "InboundMessage", "status": "StatusUpdate", "identity": "IdentityChange"}.get(
            expected.kind, {"preference": "Preference", "event": "ChannelEvent"}.get(expected.kind, "")
        )
        for expected in case.expected
    ]
    for reading, expected in zip(readings, case.expected, strict=True):
        assert not expected.differences(reading.arrival), expected
        # What is about the whole business names no number; what stands in a value of a number names it.
        assert reading.account in (case.account, "")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_repeat_is_read_alike_and_keys_are_never_empty(case: Case) -> None:
    first, second = read(case.body), read(case.body)
    assert first == second
    for reading in first:
        assert _key(reading)
        assert len(_key(reading)) <= 400
        chat = _chat(reading)
        assert chat is None or 0 < len(chat) <= 400


def test_catalogue_is_wide() -> None:
    assert len(CASES) >= 190
    assert not [name for name, count in Counter(case.name for case in CASES).items() if count > 1]
    seen = {
        str(expected.attributes.get("type"))
        for case in CASES
        for expected in case.expected
        if expected.kind == "message"
    }
    assert {kind.value for kind in MessageType} - {"template"} <= seen


def test_business_is_named_by_every_reading() -> None:
    (reading,) = read(delivery(change(value(contacts=[card()], messages=[message("text", text={"body": "a"})]))))
    assert reading.business == WABA


def test_message_without_id_keeps_its_name_when_repeated_elsewhere() -> None:
    unnamed = message("text", text={"body": "oi"}, id=None)
    alone = _messages(delivery(change(value(contacts=[card()], messages=[unnamed]))))
    batch = _messages(
        delivery(change(value(messages=[message("text", text={"body": "x"}), unnamed], contacts=[card()])))
    )
    assert alone[0].provider_id == batch[1].provider_id
    other = _messages(delivery(change(value(messages=[{**unnamed, "text": {"body": "olá"}}], contacts=[card()]))))
    assert other[0].provider_id != alone[0].provider_id


def test_two_people_never_share_addresses_through_one_card() -> None:
    """A batch of two writers with the card of one: the other must not inherit a BSUID."""
    stranger = message("text", text={"body": "b"}, id="wamid.2", **{"from": "5521999990000"}, from_user_id=None)
    readings = _messages(delivery(change(value(contacts=[card()], messages=[message("text"), stranger]))))
    assert readings[1].sender.bsuid == ""
    assert readings[1].chat == "5521999990000"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"   ",
        b"x",
        b"[]",
        b"null",
        b"3",
        b'"a"',
        b"{",
        b'{"a":1}}',
        b"\xff\xfe",
        b'{"entry":[{"id":1,"id":2}]}',
        b'{"a":NaN}',
        b'{"a":' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"entry":' + b"[" * 65 + b"]" * 65 + b"}",
    ],
    ids=[
        "empty",
        "spaces",
        "word",
        "list",
        "null",
        "number",
        "string",
        "open",
        "trailing",
        "encoding",
        "key twice",
        "NaN",
        "endless number",
        "100,000 deep",
        "65 deep",
    ],
)
def test_what_is_no_delivery_is_unreadable(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read(raw)


def _messages(raw: bytes) -> list[InboundMessage]:
    return [reading.arrival for reading in read(raw) if isinstance(reading.arrival, InboundMessage)]


def _key(reading: Reading) -> str:
    arrival = reading.arrival
    if isinstance(arrival, InboundMessage):
        return arrival.key or arrival.provider_id
    if isinstance(arrival, StatusUpdate):
        return arrival.provider_id
    return arrival.key


def _chat(reading: Reading) -> str | None:
    arrival = reading.arrival
    if isinstance(arrival, ChannelEvent):
        return None
    assert isinstance(arrival, InboundMessage | StatusUpdate | IdentityChange | Preference)
    return arrival.chat


@pytest.mark.parametrize(
    "held",
    [
        {"messages": [message("text", text={"body": "oi, tem vaga?"}, id=f"wamid.{n}") for n in range(9_000)]},
        {"statuses": [{"id": f"wamid.{n}", "status": "sent", "recipient_id": str(n)} for n in range(15_000)]},
        {"contacts": [{"wa_id": str(n)} for n in range(10_000)], "messages": [{"from": str(n)} for n in range(10_000)]},
        {"contacts": [{"user_id": f"BR.{n}"} for n in range(10_000)], "statuses": [
            {"id": "w", "status": "sent", "recipient_user_id": f"BR.{n}"} for n in range(10_000)]},
        {"messages": list(range(90_000))},
    ],
    ids=["messages", "statuses", "people", "hidden people", "rubbish"],
)  # fmt: skip
def test_the_largest_deliveries_take_time_in_proportion(held: dict[str, list[object]]) -> None:
    """Meta sends up to 3 MB; ten thousand cards once took a minute and a half when each message searched them all."""
    raw = delivery(change(value(**held)))
    began = time.process_time()
    assert len(read(raw)) == max(len(held.get("messages", [])), len(held.get("statuses", [])))
    assert time.process_time() - began < 5.0


def test_more_values_than_meta_can_send_are_refused() -> None:
    with pytest.raises(Unreadable, match="nodes"):
        read(delivery(change(value(messages=list(range(120_000))))))
