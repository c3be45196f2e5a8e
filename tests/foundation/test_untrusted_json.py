"""Does hostile JSON end as a value that can be stored, or as a refusal, and quickly?"""

from __future__ import annotations

import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.foundation.untrusted_json import JsonRefused, read_json, storable


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "syntax"),
        (b"{", "syntax"),
        (b"{} {}", "syntax"),
        (b"{'a':1}", "syntax"),
        (b'{"a":1,}', "syntax"),
        (b'{"a":"\x01"}', "syntax"),
        (b'{"a":"\x00"}', "syntax"),
        (b'{"a":"\\x"}', "syntax"),
        (b"\xff", "encoding"),
        (b'"\xed\xa0\x80"', "encoding"),
        ("{}".encode("utf-16"), "encoding"),
        (b"NaN", "number"),
        (b'{"a":Infinity}', "number"),
        (b'{"a":-Infinity}', "number"),
        (b'{"a":1e999}', "number"),
        (b'{"a":18446744073709551616}', "number"),
        (b'{"a":-9223372036854775809}', "number"),
        (b'{"a":' + b"9" * 5_000 + b"}", "number"),
        (b'{"a":1,"a":1}', "duplicate_key"),
        (b'{"x":{"a":1,"b":2,"a":3}}', "duplicate_key"),
        (b'{"a":1,"\\u0061":1}', "duplicate_key"),
        (b"[" * 65 + b"]" * 65, "depth"),
        (b'{"a":' * 65 + b"1" + b"}" * 65, "depth"),
        (b"[" * 15_000, "depth"),
        (b"[" * 100_000 + b"]" * 100_000, "nodes"),
        (b"[" + b"0," * 20_000 + b"0]", "nodes"),
        (b"[" + b"{}," * 10_001 + b"{}]", "nodes"),
    ],
)
def test_refuses(raw: bytes, code: str) -> None:
    with pytest.raises(JsonRefused) as refused:
        read_json(raw)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b"\xef\xbb\xbf{}", {}),
        (b' {"a": [1, 2.5, true, null, "x"]} ', {"a": [1, 2.5, True, None, "x"]}),
        (b'{"a":18446744073709551615}', {"a": 2**64 - 1}),
        (b'{"a":-9223372036854775808}', {"a": -(2**63)}),
        (b'"\\u0000"', "\ufffd"),
        (b'"\\ud800"', "\ufffd"),
        (b'"\\udc00\\ud800x"', "\ufffd\ufffdx"),
        (b'{"\\u0000":"\\udfff"}', {"\ufffd": "\ufffd"}),
        (b'"\\ud83d\\ude00"', "\U0001f600"),
        (b'"\\uD83D\\uDE00 \\uD83D"', "\U0001f600 \ufffd"),
        (b'"\\\\ud83d\\ude00"', "\\ud83d\ufffd"),  # an escaped backslash opens no surrogate: the second half is alone
        (b'"\\\\u0000"', "\\u0000"),
        (b'"\\u00e7\\/"', "ç/"),
        (b"[" * 64 + b"]" * 64, json.loads("[" * 64 + "]" * 64)),
        (b'["' + b"[{" * 5_000 + b'"]', ["[{" * 5_000]),
        (b'["' + b"," * 50_000 + b'"]', ["," * 50_000]),
        (b'["\\"[[[\\\\"]', ['"[[[\\']),
    ],
)
def test_reads(raw: bytes, value: Any) -> None:
    assert read_json(raw) == value


def test_exactly_the_allowed_number_of_values() -> None:
    assert len(read_json(b"[" + b"0," * 19_998 + b"0]")) == 19_999
    with pytest.raises(JsonRefused, match="nodes"):
        read_json(b"[" + b"0," * 19_999 + b"0]")


def test_limits_can_be_chosen() -> None:
    assert read_json(b"[[1,2,3]]", max_nodes=5, max_depth=2) == [[1, 2, 3]]
    with pytest.raises(JsonRefused, match="nodes"):
        read_json(b"[[1,2,3]]", max_nodes=4)
    with pytest.raises(JsonRefused, match="depth"):
        read_json(b"[[1,2,3]]", max_depth=1)


@pytest.mark.parametrize(
    "raw",
    [
        b'"' + b'\\"' * 2_000_000,
        b"[" * 4_000_000,
        b"[]" * 2_000_000,
        b'"\\' * 1_300_000,
        b'{"a":' + b"1" * 4_000_000 + b"}",
        b'["' + b"\\ud83d" * 600_000 + b'"]',
        b"[" + b'"a",' * 800_000,
    ],
    ids=["open string", "brackets", "pairs", "open escapes", "digits", "surrogates", "strings"],
)
def test_four_hostile_megabytes_take_no_time(raw: bytes) -> None:
    began = time.process_time()
    with contextlib.suppress(JsonRefused):
        read_json(raw)
    assert time.process_time() - began < 1.0


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        read_json(raw)
    except JsonRefused:
        return


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(st.characters(categories=None), max_size=8),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
        max_leaves=30,
    )
)
def test_what_is_read_is_what_was_written_made_storable(value: Any) -> None:
    escaped = json.dumps(value).encode()
    assert read_json(escaped) == storable(json.loads(escaped))


def test_refusal_never_quotes_the_body() -> None:
    with pytest.raises(JsonRefused) as refused:
        read_json(b'{"secret": "12345')
    assert "12345" not in str(refused.value)
