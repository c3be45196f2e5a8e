"""Resumable uploads at the Graph API: the handle of a template's example file."""

from __future__ import annotations

import hashlib

from recado_simulator.encoding import new_id
from recado_simulator.graph_errors import GraphError
from recado_simulator.media_store import MOST_BYTES
from recado_simulator.parts import Answer, Call

_MARK = "upload:"


def begin(call: Call, app_id: str) -> Answer:
    """POST /{app_id}/uploads?file_length=&file_type=: an upload session."""
    length = str(call.value("file_length") or "")
    if not length.isdigit() or not 0 < int(length) <= MOST_BYTES["document"] or not call.value("file_type"):
        raise GraphError(100, "The parameters file_length and file_type are required.")
    return Answer({"id": f"{_MARK}{new_id()}"})


def is_session(node: str) -> bool:
    return node.startswith(_MARK) and node.removeprefix(_MARK).isdigit()


async def continue_session(call: Call) -> Answer:
    """POST /upload:{id} with the bytes gives the handle, GET how far it has come."""
    if call.request.method == "GET":
        return Answer({"id": call.node, "file_offset": 0})
    if call.request.headers.get("file_offset", "0") != "0":
        raise GraphError(100, "The upload begins at file_offset 0.")
    return Answer({"h": f"4::{hashlib.sha256(call.raw).hexdigest()}"})
