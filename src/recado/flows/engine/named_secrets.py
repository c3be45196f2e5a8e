"""Does a flow name secrets that its organization has, at addresses that they may travel to?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recado.flows.engine.expressions import Template
from recado.flows.engine.fields import is_secret
from recado.flows.engine.pieces import pieces_of
from recado.flows.engine.problems import Code, Problem, error

_ENDS = ("", "/", "?", "#")


def check_secrets(options: Any, known: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """What would be refused each time: a secret that is not there, or is bound to other origins than the address.

    `known` gives each secret's origins. An address whose host stands in a variable is known only when it runs.
    """
    address = getattr(options, "url", None)
    head = _head(address.source) if isinstance(address, Template) else ""
    for path, name in secrets_in(options):
        if name not in known:
            yield error(Code.UNKNOWN_SECRET, path=path, name=name)
        elif head and not any(_begins_with(head, origin) for origin in known[name]):
            yield error(Code.SECRET_ELSEWHERE, path=path, name=name, origins=", ".join(known[name]))


def secrets_in(options: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every secret that options name, with the place in them."""
    if isinstance(options, tuple):
        for number, item in enumerate(options):
            yield from secrets_in(item, f"{path}.{number}")
    elif dataclasses.is_dataclass(options) and not isinstance(options, type):
        for field in dataclasses.fields(options):
            value, place = getattr(options, field.name), f"{path}.{field.name}".lstrip(".")
            if is_secret(field):
                yield from [(place, value)] if value else []
            else:
                yield from secrets_in(value, place)


def _head(source: str) -> str:
    """The author's own letters as far as the host goes; empty where the host is not all theirs."""
    pieces = list(pieces_of(source.strip()))
    if not pieces or pieces[0].is_name or pieces[0].is_tag:
        return ""
    whole = any(mark in pieces[0].text.partition("://")[2] for mark in "/?#")
    return pieces[0].text if whole or len(pieces) == 1 else ""


def _begins_with(address: str, origin: str) -> bool:
    """Letter by letter, as the secret itself is kept home when the call is made."""
    return address.startswith(origin) and address[len(origin) : len(origin) + 1] in _ENDS
