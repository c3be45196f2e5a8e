"""Does reading survive deliveries that are broken anywhere?

`RECADO_FUZZ_MUTATIONS` sets how many mutations are tried (20,000 without it); `RECADO_FUZZ_SEED` repeats a run.
"""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.channels.adapter import Unreadable
from recado.channels.adapters.whatsapp_cloud.inbound import read
from recado.channels.models import ChannelEvent, InboundMessage, Reading, StatusUpdate
from tests.channels.whatsapp_cloud.catalogue import all_cases
from tests.channels.whatsapp_cloud.catalogue.building import card, change, delivery, message, value

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

MUTATIONS = int(os.environ.get("RECADO_FUZZ_MUTATIONS", "20000"))
SEED = int(os.environ.get("RECADO_FUZZ_SEED", "20261121"))
RUBBISH: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**63, 1.5, "", " ", "x", "\x00", "\ud800", "5511988887777", "BR.1", "wamid.1", "9" * 300,
    [], {}, [None], [[]], {"": {}}, {"id": None}, [{"id": 1}], {"type": "text"}, {"body": {"body": []}},
)  # fmt: skip


@pytest.mark.parametrize("part", range(4))
def test_mutated_deliveries_are_read_or_refused(part: int) -> None:
    rng = random.Random(SEED + part)  # noqa: S311 - a repeatable choice of mutations
    bodies = [json.loads(case.body.decode("utf-8-sig")) for case in all_cases() if len(case.body) < 20_000]
    for _ in range(MUTATIONS // 4):
        root = copy.deepcopy(rng.choice(bodies))
        for _ in range(rng.randint(1, 4)):
            root = mutate(root, rng)
        raw = json.dumps(root).encode()
        try:
            check(read(raw))
        except Unreadable:
            assert not isinstance(root, dict), raw
        except Exception as error:
            pytest.fail(f"{error!r} on {raw!r}")


def test_bytes_changed_anywhere_are_read_or_refused() -> None:
    rng = random.Random(SEED)  # noqa: S311 - as above
    bodies = [case.body for case in all_cases() if len(case.body) < 5_000]
    for _ in range(MUTATIONS // 4):
        raw = bytearray(rng.choice(bodies))
        for _ in range(rng.randint(1, 8)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        cut = bytes(raw[: rng.randrange(len(raw) + 1)]) if rng.random() < 0.2 else bytes(raw)
        try:
            check(read(cut))
        except Unreadable:
            continue


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip
KEYS = st.sampled_from(["from", "from_user_id", "id", "timestamp", "type", "text", "image", "interactive", "context",
                        "errors", "system", "edit", "referral", "group_id", "contacts", "button", "to"])  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.dictionaries(KEYS, JSON_VALUES, max_size=8))
def test_any_message_leaves_its_neighbours_alone(element: dict[str, Any]) -> None:
    neighbours = [message("text", text={"body": body}, id=f"wamid.{body}") for body in ("first", "last")]
    raw = delivery(change(value(contacts=[card()], messages=[neighbours[0], element, neighbours[1]])))
    readings = read(raw)
    check(readings)
    texts = [reading.arrival.text for reading in readings if isinstance(reading.arrival, InboundMessage)]
    assert texts[0] == "first"
    assert texts[-1] == "last"
    assert len(readings) >= 3


@settings(max_examples=300, deadline=None)
@given(JSON_VALUES)
def test_any_json_is_read_or_refused(root: Any) -> None:
    try:
        check(read(json.dumps(root).encode()))
    except Unreadable:
        assert not isinstance(root, dict)


def check(readings: tuple[Reading, ...]) -> None:
    """What the store relies on: keys, threads, storable text, plain types."""
    for reading in readings:
        arrival = reading.arrival
        key = arrival.provider_id if isinstance(arrival, InboundMessage | StatusUpdate) else arrival.key
        assert isinstance(key, str)
        assert 0 < len(key) < 1_000
        if not isinstance(arrival, ChannelEvent):
            assert isinstance(arrival.chat, str)
            assert 0 < len(arrival.chat) < 1_000
        for text in texts_in(arrival):
            assert "\x00" not in text
            text.encode()  # a lone surrogate would raise


def texts_in(arrival: Any) -> Iterator[str]:
    if isinstance(arrival, str):
        yield arrival
    elif isinstance(arrival, dict):
        for key, item in arrival.items():
            yield from texts_in(key)
            yield from texts_in(item)
    elif isinstance(arrival, list | tuple):
        for item in arrival:
            yield from texts_in(item)
    elif hasattr(arrival, "__slots__"):
        for name in arrival.__slots__:
            yield from texts_in(getattr(arrival, name, None))


def mutate(root: Any, rng: random.Random) -> Any:
    """Change one place of a document: drop it, replace it, wrap it, repeat it."""
    places = list(places_in(root, ()))
    if not places:
        return rng.choice(RUBBISH)
    path = rng.choice(places)
    holder = root
    for step in path[:-1]:
        holder = holder[step]
    step = path[-1]
    deed = rng.randrange(5)
    if deed == 0:
        del holder[step]
    elif deed == 1:
        holder[step] = [holder[step]]
    elif deed == 2 and isinstance(holder, list):
        holder.insert(step, copy.deepcopy(holder[step]))
    else:
        holder[step] = copy.deepcopy(rng.choice(RUBBISH))
    return root


def places_in(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    steps: list[Any] = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    for step in steps:
        yield (*path, step)
        yield from places_in(value[step], (*path, step))
