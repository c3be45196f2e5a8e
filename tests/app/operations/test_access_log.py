"""Is every request one line that names its route and nobody?"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest

from recado.app.access_log import AccessLog
from recado.foundation.measures import Measures


class Route:
    path = "/conversations/{ref}"


def scope(path: str = "/api/v1/conversations/5511980000001", method: str = "GET") -> dict[str, Any]:
    return {"type": "http", "method": method, "path": path, "query_string": b"token=CANARY"}


async def answering(scope: dict[str, Any], _receive: Any, send: Any) -> None:
    scope["route"] = Route()
    await send({"type": "http.response.start", "status": 201, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def nothing(_message: Any) -> None:
    return None


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> tuple[AccessLog, list[str], Measures]:
    caplog.set_level(logging.INFO)
    written: list[str] = []
    measures = Measures()
    return AccessLog(measures, written.append), written, measures


async def test_a_line_holds_the_pattern_and_no_phone(log: tuple[AccessLog, list[str], Measures]) -> None:
    requests, written, measures = log
    await requests.follow(answering, scope(), None, nothing)
    await requests.follow(answering, scope(method="CANARY\r\n"), None, nothing)
    await requests.follow(answering, scope("/webhooks/x"), None, nothing, pattern="/webhooks/{channel}")
    assert written == [], "lines are written together"
    await asyncio.sleep(0.3)
    assert len(written) == 1
    lines = [json.loads(line) for line in written[0].splitlines()]
    assert [(one["method"], one["route"], one["status"]) for one in lines] == [
        ("GET", "/api/v1/conversations/{ref}", 201),
        ("OTHER", "/api/v1/conversations/{ref}", 201),
        ("GET", "/webhooks/{channel}", 201),
    ]
    assert all(0 <= one["ms"] < 1000 for one in lines)
    assert "CANARY" not in written[0]
    assert "5511980000001" not in written[0]
    assert {(one.name, one.label, one.counted) for one in measures.take()} == {
        ("recado_request", "route=/api/v1/conversations/{ref},status=2xx", 2)
    }


async def test_what_is_raised_before_an_answer_is_a_bare_500(
    log: tuple[AccessLog, list[str], Measures], caplog: pytest.LogCaptureFixture
) -> None:
    requests, written, _ = log
    sent: list[Any] = []

    async def keep(message: Any) -> None:
        sent.append(message)

    async def failing(*_: Any) -> None:
        raise ValueError("CANARY")

    async def failing_late(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await answering(scope, receive, send)
        raise ValueError("CANARY")

    await requests.follow(failing, scope(), None, keep)
    assert [one["type"] for one in sent] == ["http.response.start", "http.response.body"]
    await requests.follow(failing_late, scope(), None, nothing)
    requests.flush()
    assert [json.loads(line)["status"] for line in written[0].splitlines()] == [500, 201]
    assert len(caplog.records) == 1, "what was answered already has been logged by whoever answered"


async def test_a_caller_who_goes_away_leaves_a_line(log: tuple[AccessLog, list[str], Measures]) -> None:
    requests, written, _ = log

    async def waiting(*_: Any) -> None:
        await asyncio.sleep(60)

    following = asyncio.create_task(requests.follow(waiting, scope("/x"), None, nothing))
    await asyncio.sleep(0.05)
    following.cancel()
    with pytest.raises(asyncio.CancelledError):
        await following
    requests.flush()
    assert [(one["route"], one["status"]) for one in map(json.loads, written[0].splitlines())] == [("?", 0)]


async def test_a_quiet_level_writes_nothing_and_still_measures(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    written: list[str] = []
    requests = AccessLog(Measures(), written.append)
    await requests.follow(answering, scope(), None, nothing)
    requests.flush()
    assert written == []
    assert requests.measures
