"""Can a customer's text leave its place in an author's address?"""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.expressions import Template
from recado.flows.engine.values import Money, Value, as_text
from recado.flows.engine.web_address import AddressUnreadable, encode_pairs, escape, read_address, with_query

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)


def render(source: str, **values: Value) -> str:
    def value(name: Template) -> Value:
        return name.value(values, [])

    return read_address(source).render(value)


@pytest.mark.parametrize(
    ("source", "values", "address"),
    [
        ("https://a.com.br/x", {}, "https://a.com.br/x"),
        ("  https://a.com.br/meu pedido  ", {}, "https://a.com.br/meu%20pedido"),
        (
            "https://a.com.br/c/{{ nome }}/fim",
            {"nome": "José/../Zé"},
            "https://a.com.br/c/Jos%C3%A9%2F..%2FZ%C3%A9/fim",
        ),
        ("https://a.com.br/?q={{ q }}&p=2", {"q": "a&p=3#x"}, "https://a.com.br/?q=a%26p%3D3%23x&p=2"),
        ("https://{{ loja }}.a.com.br/", {"loja": "ladrao.com/"}, "https://ladrao.com%2F.a.com.br/"),
        ("https://{{ host }}/x", {"host": "user@127.0.0.1"}, "https://user%40127.0.0.1/x"),
        ("{{ base }}/v1/{{ id }}", {"base": "https://a.com.br", "id": "7/8"}, "https://a.com.br/v1/7%2F8"),
        ("https://a.com.br/{{ n }}/{{ t }}/{{ s }}", {"n": 5, "t": True, "s": 1.5}, "https://a.com.br/5/sim/1%2C5"),
        ("https://a.com.br/{{ nada }}", {}, "https://a.com.br/"),
        ("https://a.com.br/{{ q | upcase }}", {"q": "a b"}, "https://a.com.br/A%20B"),
        ("https://a.com.br/{{ v }}", {"v": "\r\nHost: x"}, "https://a.com.br/Host%3A%20x"),
    ],
)
def test_values_are_escaped_where_they_stand(source: str, values: dict[str, Value], address: str) -> None:
    assert render(source, **values) == address


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "blank"),
        ("   ", "blank"),
        ("a.com.br/x", "scheme"),
        ("ftp://a.com.br", "scheme"),
        ("https://", "scheme"),
        ("https:///x", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("https://a.com.br/{% if x %}y{% endif %}", "tags"),
    ],
)
def test_what_is_no_address_is_said(source: str, reason: str) -> None:
    with pytest.raises(AddressUnreadable, match=reason):
        read_address(source)


@given(TEXTS, TEXTS)
def test_no_value_leaves_its_place(first: str, second: str) -> None:
    address = render("https://a.com.br/p/{{ a }}/f?q={{ b }}&z=1", a=first, b=second)
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("https", "a.com.br", "")
    segments = parts.path.split("/")
    assert (segments[1], segments[3], len(segments)) == ("p", "f", 4)
    assert unquote(segments[2]) == as_text(first).strip()
    asked = parse_qs(parts.query, keep_blank_values=True)
    assert asked == {"q": [second.strip()], "z": ["1"]}


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_pairs_come_back_as_they_went(pairs: list[tuple[str, str]]) -> None:
    back = parse_qs(encode_pairs(pairs), keep_blank_values=True, strict_parsing=False)
    assert sorted((name, value) for name, values in back.items() for value in values) == sorted(pairs)


def test_pairs_join_what_is_there() -> None:
    for address, joined in (
        ("https://a.br/", "https://a.br/?x=1"),
        ("https://a.br/?", "https://a.br/?x=1"),
        ("https://a.br/?y=2", "https://a.br/?y=2&x=1"),
        ("https://a.br/?y=2&", "https://a.br/?y=2&x=1"),
        ("https://a.br/?y=2#fim", "https://a.br/?y=2&x=1"),
    ):
        assert with_query(address, [("x", "1")]) == joined
    assert with_query("https://a.br/#fim", []) == "https://a.br/"


def test_what_people_read_is_what_is_sent() -> None:
    assert escape("a-b_c.d~é") == "a-b_c.d~%C3%A9"
    assert render("https://a.br/{{ m }}", m=Money(123_456)) == "https://a.br/R%24%201.234%2C56"
