"""How do all queries of the product forget, for one test, which organization they ask about?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from recado.foundation.database import Transaction

_FILTER = re.compile(r"\b(?:\w+\.)?organization_id = \$1\b")
_ABOUT_ORGANIZATIONS = re.compile(r"\b(?:from|update) organizations\b")
_ITSELF = re.compile(r"\bid = \$1\b")


def forget_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drop the filter of every query meanwhile, as if nobody had thought of it; the policies stay."""

    def forgetting(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(tx: Transaction, query: str, *values: Any) -> Any:
            return real(tx, without_filter(query), *values)

        return call

    for name in ("fetch", "fetchrow", "fetchval", "execute"):
        monkeypatch.setattr(Transaction, name, forgetting(getattr(Transaction, name)))


def without_filter(query: str) -> str:
    """Return the query with a condition in place of its filter that holds for every organization."""
    if _ABOUT_ORGANIZATIONS.search(query):
        query = _ITSELF.sub("$1::uuid is not null", query)
    return _FILTER.sub("$1::uuid is not null", query)
