"""Is every delivery of the corpus read as the protocol says, in every version, and nothing of a broken one lost?

One case a line in `corpus/*.jsonl`: a name, the body as a gateway posts it, and what must be read from it. The readings were
worked out from the protocol's description, not from what the reader says.
"""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from recado.channels.adapter import Unreadable
from recado.channels.adapters.evolution.inbound import read
from recado.channels.models import ChannelEvent, Reading
from recado.channels.rules import input_of
from tests.channels.evolution.catalogue.building import Expected

CASES = [
    (f"{path.stem}: {case['name']}", case["body"], case["expected"])
    for path in sorted((Path(__file__).parent / "corpus").glob("*.jsonl"))
    for case in map(json.loads, path.read_text().splitlines())
]
PLACES = 90 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 30
"""Of one delivery that are spoilt, drawn by its name."""
_MARK = "palavra-guardada"
_SPOILT: tuple[Any, ...] = (
    None, 0, -1, 1.5, True, "", "x", [], [None], {}, {"a": {}}, {"0": 255, "1": 216}, {"type": "Buffer", "data": [1]},
    {"low": 1, "high": 0, "unsigned": True}, "9" * 400, [[[]]], 2**60,
)  # fmt: skip


def test_the_corpus_is_large_and_its_names_are_unique() -> None:
    assert len(CASES) >= 240
    assert len({name for name, _, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[name for name, _, _ in CASES])
def test_a_delivery_is_read_as_the_protocol_says(name: str, body: Any, expected: list[dict[str, Any]]) -> None:
    readings = read(json.dumps(body).encode())
    assert len(readings) == len(expected), readings
    for reading, wanted in zip(readings, expected, strict=True):
        attributes = {key: _meant(key, value) for key, value in wanted.items() if key != "kind"}
        assert not Expected(wanted["kind"], attributes).differences(reading.arrival)
        _may_be_stored(reading)
    assert [input_of(one.arrival).key for one in read(json.dumps(body).encode())] == [
        input_of(one.arrival).key for one in readings
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[name for name, _, _ in CASES])
def test_each_field_may_be_missing_or_of_another_type(name: str, body: Any, expected: object) -> None:
    """Every place of the delivery is taken away, then given a wrong value: something is read or the whole is refused."""
    chance = random.Random(name)  # noqa: S311 - reproducible
    places = list(_places(body))
    for path in places if len(places) < PLACES else chance.sample(places, PLACES):
        _take(_without(body, path))
        _take(_with(body, path, chance.choice(_SPOILT)))


@pytest.mark.parametrize("seed", range(3))
def test_words_that_reach_a_reader_are_kept_somewhere(seed: int) -> None:
    """A text stands where a spoilt message has it: it is in what is read, or set aside with the whole element."""
    chance = random.Random(seed)  # noqa: S311 - reproducible
    for name, body, expected in CASES:
        if expected[0]["kind"] != "message" or not isinstance(body, dict) or not isinstance(body.get("data"), dict):
            continue
        message = body["data"].get("message")
        if not isinstance(message, dict) or body["data"].get("key", {}).get("remoteJid", "").endswith("@g.us"):
            continue
        spoilt = copy.deepcopy(body)
        # What the reader does not know it shows as unsupported, with the raw beside it.
        spoilt["data"]["message"] = {f"unmet{chance.randrange(99)}Message": {"deep": [{"er": _MARK}]}}
        spoilt["data"]["messageType"] = chance.choice(list(message) or ["conversation"])
        kept = [input_of(one.arrival).payload for one in read(json.dumps(spoilt).encode())]
        if str(body.get("event")).lower().startswith("messages.upsert"):
            assert any(_MARK in payload for payload in kept), name


def _meant(key: str, value: Any) -> Any:
    return datetime.fromtimestamp(value, UTC) if key in ("sent_at", "at") and value is not None else value


def _take(body: Any) -> None:
    try:
        readings = read(json.dumps(body).encode())
    except Unreadable:
        return
    assert readings
    for reading in readings:
        _may_be_stored(reading)


def _may_be_stored(reading: Reading) -> None:
    stored = input_of(reading.arrival)
    assert stored.chat
    assert stored.key
    assert len(stored.key) <= 400
    assert len(stored.chat) <= 400
    for secret in ("A1B2C3D4-0000-4000-8000", "WXYZ1234", "2@abc", '"mediaKey"', "jpegThumbnail", "/9j/4AAQ"):
        assert secret not in stored.payload
    if isinstance(reading.arrival, ChannelEvent) and reading.arrival.field != "recado:connection":
        assert reading.arrival.value.get("set_aside")


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    names: Any = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in names:
        yield (*path, name)
        if not str(name).isdigit():  # single bytes of a key tell nothing
            yield from _places(value[name], (*path, name))


def _without(body: Any, path: tuple[Any, ...]) -> Any:
    spoilt, holder = _holder(body, path)
    del holder[path[-1]]
    return spoilt


def _with(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    spoilt, holder = _holder(body, path)
    holder[path[-1]] = value
    return spoilt


def _holder(body: Any, path: tuple[Any, ...]) -> tuple[Any, Any]:
    spoilt = copy.deepcopy(body)
    holder = spoilt
    for name in path[:-1]:
        holder = holder[name]
    return spoilt, holder
