"""Is an event one line, whatever a person wrote, and does it keep to itself what people said? (T70, T72)"""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest

from recado.app.logging import JsonLines, masked
from recado.app.loop_lag import watch_loop
from recado.foundation.database import Database
from recado.foundation.measures import Measures
from tests.support.jobs import connected
from tests.support.postgres import Clone

PHONE, EMAIL = "5511987654321", "ana@exemplo.com.br"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What a process would write to standard error."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def only(lines: io.StringIO) -> dict[str, Any]:
    text = lines.getvalue()
    assert text.count("\n") == 1, text
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize(
    "evil", ["\n", "\r\n", "\x1b[2J\x1b[31m", "\x9b31m", "\u2028", "\u0085", "\u202e", "\x00", "\x7f"]
)
def test_t72_a_message_is_one_line_and_commands_no_terminal(lines: io.StringIO, evil: str) -> None:
    logging.getLogger("recado.tests").warning("said: %s", f'ça va{evil}{{"level": "critical"}}')
    raw = lines.getvalue()
    assert raw.count("\n") == 1
    assert raw.endswith("\n")
    assert all(char.isprintable() for char in raw[:-1]), ascii(raw)
    assert only(lines)["message"] == f'said: ça va{evil}{{"level": "critical"}}'


def test_t70_an_exception_is_told_by_type_and_place_alone(lines: io.StringIO) -> None:
    try:
        try:
            int(f"CANARY {PHONE}")
        except ValueError as error:
            raise KeyError("CANARY") from error
    except KeyError:
        logging.getLogger("recado.tests").exception("a round failed")
    told = only(lines)
    assert [one["type"] for one in told["exception"]] == ["KeyError", "ValueError"]
    assert told["exception"][0]["frames"][0].startswith("test_logging.py:")
    assert "CANARY" not in lines.getvalue()
    assert PHONE not in lines.getvalue()


def test_t70_what_failed_together_is_told_one_by_one(lines: io.StringIO) -> None:
    try:
        raise ExceptionGroup("CANARY", [ValueError("CANARY"), OSError("CANARY")])
    except ExceptionGroup:
        logging.getLogger("recado.tests").exception("the worker ends")
    assert [one["type"] for one in only(lines)["exception"]] == ["ExceptionGroup", "ValueError", "OSError"]
    assert "CANARY" not in lines.getvalue()


async def test_t70_the_database_quotes_a_row_and_the_log_only_its_constraint(
    database: Clone, lines: io.StringIO
) -> None:
    async with connected(database.worker_dsn) as worker:
        with pytest.raises(asyncpg.UniqueViolationError) as refused:
            await insert_twice(worker)
    assert "CANARY" in str(refused.value.detail), "the server does quote it"
    logging.getLogger("recado.tests").error("a turn failed", exc_info=refused.value)
    told = only(lines)["exception"][0]
    assert (told["sqlstate"], told["constraint_name"]) == ("23505", "metric_totals_pkey")
    assert "CANARY" not in lines.getvalue()


async def insert_twice(worker: Database) -> None:
    async with worker.transaction(None) as tx:
        for _ in range(2):
            await tx.execute("insert into metric_totals values ('CANARY', '', 0, 0)")


async def test_t70_a_task_that_nobody_awaited_says_nothing_of_its_object(lines: io.StringIO) -> None:
    async def fail() -> None:
        raise ValueError(f"CANARY {PHONE}")

    loop = asyncio.get_running_loop()
    task = loop.create_task(fail())
    await asyncio.wait([task])
    loop.default_exception_handler(
        {"message": "Task exception was never retrieved", "exception": task.exception(), "future": task}
    )
    told = only(lines)
    assert told["message"] == "Task exception was never retrieved"
    assert "CANARY" not in lines.getvalue()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"no route for {PHONE}", "no route for ***"),
        ("no route for +55 (11) 98765-4321.", "no route for ***."),
        (f"mail to {EMAIL} bounced", "mail to ***@*** bounced"),
        ("Authorization: Bearer abc.def-ghi", "Authorization: Bearer ***"),
        ("access_token=EAAGm0PX4ZCpsBAKZCxyz123", "access_token=***"),
        ("postgresql://recado:senha@banco/recado", "postgresql://***@banco/recado"),
        ("got rcd_live_0123456789", "got ***"),
        ("the event loop was held up for 1234567 ms", "the event loop was held up for 1234567 ms"),
    ],
)
def test_t70_what_looks_personal_is_masked(said: str, shown: str) -> None:
    assert masked(said) == shown


def test_only_known_fields_are_logged(lines: io.StringIO) -> None:
    extra = {"organization": "o-1", "text": "CANARY", "gone": {"facts": 3}}
    logging.getLogger("recado.tests").info("done", extra=extra)
    told = only(lines)
    assert (told["organization"], told["gone"], "text" in told) == ("o-1", {"facts": 3}, False)
    assert set(told) == {"at", "level", "from", "message", "organization", "gone"}


async def test_f40_a_blocked_loop_is_measured_and_warned_about(lines: io.StringIO) -> None:
    measures, stop = Measures(), asyncio.Event()
    watching = asyncio.create_task(watch_loop(measures, stop, process="worker"))
    await asyncio.sleep(0.05)
    block(0.6)
    await asyncio.sleep(0.3)
    stop.set()
    await watching
    lag = next(one for one in measures.take() if one.label == "process=worker")
    assert lag.name == "recado_loop_lag"
    assert lag.total > 0.25
    told = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert any(one["message"].startswith("the event loop was held up for") for one in told)


def block(seconds: float) -> None:
    import time

    time.sleep(seconds)
