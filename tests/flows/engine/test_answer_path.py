"""Does a path find what stands there, and nothing else?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.answer_path import NOTHING, PathUnreadable, at_path, read_path

ANSWER: dict[str, Any] = {
    "status": 200,
    "ms": 12,
    "headers": {"etag": "abc", "x-total": "3"},
    "body": {
        "itens": [{"nome": "Banho", "preço": 5990, "tags": ["a", "b"]}, {"nome": "Tosa", "preço": None, "tags": []}, 7],
        "status": "ativo",
        "a.b": {"c d": 1, "0": "zero"},
        "vazio": None,
        "data": {"itens": []},
    },
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("status", 200),
        ("ms", 12),
        ("body.status", "ativo"),
        ("body.itens[0].nome", "Banho"),
        ("itens[0].nome", "Banho"),
        ("itens[-1]", 7),
        ("body.itens[0].preço", 5990),
        ("body.itens[1].preço", None),
        ("body.vazio", None),
        ("headers.etag", "abc"),
        ("headers.X-Total", "3"),
        ('headers["X-Total"]', "3"),
        ('body["a.b"]["c d"]', 1),
        ("body['a.b'].0", "zero"),
        ("body.itens[*].nome", ["Banho", "Tosa"]),
        ("itens[*].tags[0]", ["a"]),
        ("itens[*].tags[*]", [["a", "b"], []]),
        ("itens.length", 3),
        ("data.itens", []),
        ("body", ANSWER["body"]),
        ("body.itens", ANSWER["body"]["itens"]),
    ],
)
def test_found(path: str, found: Any) -> None:
    assert at_path(ANSWER, read_path(path)) == found


@pytest.mark.parametrize(
    "path",
    [
        "body.nada", "body.itens[9]", "body.itens[-9]", "body.itens.nome", "body.status.x", "body.vazio.x", "nada",
        "body.status[0]", "body.status[*]", "status.x", "headers.nada", "body.itens[0].nome.length", "body.__class__",
        "body.itens[0].keys",
    ],
)  # fmt: skip
def test_nothing_there(path: str) -> None:
    assert at_path(ANSWER, read_path(path)) is NOTHING


@pytest.mark.parametrize(
    "path",
    [
        "",
        " ",
        ".",
        ".a",
        "a..b",
        "a.",
        "a[",
        "a[]",
        "a[x]",
        "a[1",
        "a]",
        "a['b",
        "a b",
        "a[1.5]",
        "a." * 30 + "a",
        "[**]",
    ],
)
def test_no_path(path: str) -> None:
    with pytest.raises(PathUnreadable):
        read_path(path)


@given(st.text(max_size=40))
def test_any_text_is_a_path_or_is_refused(text: str) -> None:
    try:
        steps = read_path(text)
    except PathUnreadable:
        return
    at_path(ANSWER, steps)


@given(
    st.dictionaries(
        st.text("abcáé_", min_size=1, max_size=5),
        st.lists(st.dictionaries(st.text("xyz", min_size=1, max_size=3), st.integers(), max_size=3), max_size=3),
        max_size=4,
    )
)
def test_every_part_can_be_reached(body: dict[str, Any]) -> None:
    for key, items in body.items():
        for place, item in enumerate(items):
            for name, value in item.items():
                path = f"body[{json.dumps(key, ensure_ascii=False)}][{place}].{name}"
                assert at_path({"body": body}, read_path(path)) == value
