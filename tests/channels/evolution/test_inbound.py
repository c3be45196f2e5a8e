"""Is every delivery of a gateway read as what it is, and does nothing that is wrong in it lose the rest?"""

from __future__ import annotations

import json
import random

import pytest

from recado.channels.adapter import Unreadable
from recado.channels.adapters.evolution.inbound import read
from recado.channels.rules import input_of
from tests.channels.evolution.catalogue import all_cases
from tests.channels.evolution.catalogue.building import Case
from tests.channels.evolution.wire import INSTANCE, KEY, upsert

CASES = all_cases()
EVERY = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@EVERY
def test_a_delivery_is_read_as_expected(case: Case) -> None:
    readings = read(case.body)
    assert len(readings) == len(case.expected)
    for reading, expected in zip(readings, case.expected, strict=True):
        assert not expected.differences(reading.arrival)
        assert reading.account in (INSTANCE, "")


@EVERY
def test_what_is_stored_has_a_key_and_holds_no_secret(case: Case) -> None:
    for reading in read(case.body):
        stored = input_of(reading.arrival)
        assert stored.chat
        assert stored.key
        assert len(stored.key) <= 400
        for secret in (KEY, "aGVsbG8=", "WXYZ1234", "2@abc", "mediaKey", "jpegThumbnail"):
            assert secret not in stored.payload


def test_names_are_unique_and_there_are_many() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 120


@pytest.mark.parametrize("seed", range(40))
def test_a_delivery_with_a_wrong_value_anywhere_is_read_or_refused(seed: int) -> None:
    """Any value of any case is replaced by something else: there is an arrival or `Unreadable`, and never another error."""
    chance = random.Random(seed)  # noqa: S311 - reproducible
    for case in CASES:
        spoilt = json.loads(case.body)
        _spoil(spoilt, chance)
        try:
            readings = read(json.dumps(spoilt).encode())
        except Unreadable:
            continue
        assert readings
        for reading in readings:
            stored = input_of(reading.arrival)
            assert stored.chat
            assert stored.key


def _spoil(value: object, chance: random.Random) -> None:
    places: list[tuple[dict[str, object] | list[object], str | int]] = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            places.extend((node, name) for name in node)
            for item in node.values():
                walk(item)
        elif isinstance(node, list):
            places.extend((node, n) for n in range(len(node)))
            for item in node:
                walk(item)

    walk(value)
    holder, name = chance.choice(places)
    holder[name] = chance.choice([None, 0, -1, 1.5, True, "", "x", [], [None], {}, {"a": {}}, "9" * 400, [[[]]], 2**60])  # type: ignore[index]


def test_a_long_thumbnail_written_byte_by_byte_is_read() -> None:
    content = {"imageMessage": {"mimetype": "image/jpeg", "jpegThumbnail": {str(n): n % 256 for n in range(60_000)}}}
    (reading,) = read(upsert(content))
    assert len(input_of(reading.arrival).payload) < 2_000


def test_deep_wrapping_ends() -> None:
    content: dict[str, object] = {"conversation": "fundo"}
    for _ in range(20):
        content = {"ephemeralMessage": {"message": content}}
    (reading,) = read(upsert(content))
    assert reading.account == INSTANCE
