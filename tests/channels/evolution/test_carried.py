"""Are files that a delivery carries itself found in it, in every way that gateways write bytes?"""

from __future__ import annotations

import base64
import json
import time
from typing import Any

import pytest

from recado.channels.adapters.evolution.inbound import carried, read
from recado.channels.adapters.evolution.inbound.squeezing import LARGE, squeezed
from recado.channels.models import InboundMessage
from recado.channels.rules import input_of
from tests.channels.evolution.wire import envelope, message, upsert

FILE = bytes(range(256)) * 8
ID = "3A9F00000000000000AA"
_HELD = {"mimetype": "image/jpeg", "caption": "ela"}
_WAYS: dict[str, Any] = {
    "base64": base64.b64encode(FILE).decode(),
    "base64 in lines": "\n".join(base64.encodebytes(FILE).decode().split()),
    "data link": "data:image/jpeg;base64," + base64.b64encode(FILE).decode(),
    "index by index": {str(n): byte for n, byte in enumerate(FILE)},
    "Buffer": {"type": "Buffer", "data": list(FILE)},
    "Buffer with base64": {"type": "Buffer", "data": base64.b64encode(FILE).decode()},
    "list": list(FILE),
}
_EVERY = pytest.mark.parametrize("way", _WAYS)


@_EVERY
@pytest.mark.parametrize("place", ["beside", "inside", "around", "wrapped"])
def test_a_file_is_found_wherever_and_however_it_is_written(way: str, place: str) -> None:
    written = _WAYS[way]
    content: dict[str, Any] = {"imageMessage": dict(_HELD)}
    around: dict[str, Any] = {}
    if place == "inside":
        content["imageMessage"]["base64"] = written
    elif place == "around":
        around["base64"] = written
    elif place == "wrapped":
        content = {"viewOnceMessageV2": {"message": content}, "base64": written}
    else:
        content["base64"] = written
    raw = upsert(content, "", **around)
    (reading,) = read(raw)
    assert isinstance(reading.arrival, InboundMessage)
    assert reading.arrival.media is not None
    assert reading.arrival.media.inline
    assert len(input_of(reading.arrival).payload) < 1_500
    found = carried(raw, ID)
    assert found is not None
    assert (found.content, found.mime_type) == (FILE, "image/jpeg")
    assert carried(raw, "another") is None


@pytest.mark.parametrize("broken", ["", "%%%", {"0": 300}, {"0": "x"}, [1, 999], {"type": "Buffer"}, 7, True, "abc"])
def test_what_is_no_file_is_asked_for_instead(broken: Any) -> None:
    assert carried(upsert({"imageMessage": _HELD, "base64": broken}), ID) is None


def test_the_right_file_of_many_is_found() -> None:
    items = [
        {**message({"imageMessage": _HELD, "base64": base64.b64encode(bytes([n])).decode()}), "key": {"id": f"3A{n}"}}
        for n in range(5)
    ]
    found = carried(envelope("messages.upsert", items), "3A3")
    assert found is not None
    assert found.content == bytes([3])
    assert carried(b"garbage", "3A3") is None


@pytest.mark.no_cover
def test_large_files_written_number_by_number_are_read_in_time() -> None:
    big = FILE * 512  # a megabyte: a million JSON values, twice
    raw = upsert(
        {
            "imageMessage": {**_HELD, "mediaKey": {"type": "Buffer", "data": list(big)}},
            "base64": {str(n): b for n, b in enumerate(big)},
        }
    )
    began = time.monotonic()
    found = carried(raw, ID)
    assert time.monotonic() - began < 10
    assert found is not None
    assert found.content == big
    assert len(input_of(read(raw)[0].arrival).payload) < 1_500


def test_squeezing_changes_nothing_but_bytes() -> None:
    told = {
        "text": 'diz {"0":1,"1":2} e "data":[1,2,3]', "few": {"0": 1, "1": 2}, "gap": {str(n * 2): 1 for n in range(99)},
        "large": {str(n): n for n in range(300)}, "list": [1, 2, 3], "data": [999] * 100, "pad": "x" * LARGE,
    }  # fmt: skip
    assert json.loads(squeezed(json.dumps(told).encode())) == told
    hostile = b'{"a":' + b'{"0":1,' * 40_000 + b'"data":[' + b"1," * 200_000
    began = time.monotonic()
    squeezed(hostile)
    assert time.monotonic() - began < 3
