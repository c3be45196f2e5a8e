"""What do the routes of people share?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from fastapi import Depends, Request

from recado.contacts.errors import BadFilter
from recado.contacts.models import Holder
from recado.foundation.files import Files

LONGEST_FILTER = 8_000


def holders_of(request: Request) -> Sequence[Holder]:
    """Return what in this installation keeps things of people."""
    holders: Sequence[Holder] = request.app.state.holders
    return holders


def files_of(request: Request) -> Files:
    """Return where uploaded files lie."""
    files: Files = request.app.state.files
    return files


HoldersOf = Annotated[Sequence[Holder], Depends(holders_of)]
FilesOf = Annotated[Files, Depends(files_of)]


def filter_of(text: str) -> dict[str, Any] | None:
    """Read a filter from an address; None where there is none. Raises `BadFilter`."""
    if not text:
        return None
    try:
        return msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError):
        raise BadFilter(why="not_json") from None
