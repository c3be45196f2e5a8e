"""Does anything that people wrote, or that opens a door, reach the logs of a running product? (T70, T72)"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.app.run.running import ROOT, free_pair
from tests.pipeline import wire
from tests.pipeline.house import House, Organization

EVIL = 'CANARY-TEXT\n{"level": "critical"}\r\x1b[31m\u2028\x9b2J'
POISON = "CANARY-POISON"
PHONE = "5511912345678"
POISONED = wire.Person("5511987650001", "CANARY-NAME")
SECRETS = ("CANARY", PHONE, "912345678", POISONED.phone, "\x1b", "\x9b")


@dataclass(slots=True)
class Run:
    """An API and a worker as they are started for people, and what they have written."""

    url: str
    logs: dict[str, Path]

    def text(self) -> str:
        return "".join(path.read_text() for path in self.logs.values())

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text().splitlines()]


@contextlib.asynccontextmanager
async def running(house: House, folder: Path) -> AsyncIterator[Run]:
    port = free_pair()
    told = {
        "DATABASE_URL": house.clone.owner_dsn, "RECADO_MASTER_KEY": "7e57" * 16, "RECADO_HOME": str(folder),
        "PORT": str(port), "PYTHONPATH": f"{ROOT / 'src'}",
    }  # fmt: skip
    logs = {name: folder / f"{name}.log" for name in ("serve", "worker")}
    started = []
    for name, log in logs.items():
        with log.open("wb") as out:
            started.append(
                subprocess.Popen(
                    [sys.executable, "-m", "recado.app.cli", name],
                    cwd=folder,
                    env=os.environ | told,
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=out,
                    start_new_session=True,
                )
            )
    run = Run(f"http://127.0.0.1:{port}", logs)
    try:
        async with httpx.AsyncClient() as client:
            await until(lambda: answers(client, f"{run.url}/health/queue"))
        yield run
        for process in started:
            process.send_signal(signal.SIGTERM)
        assert [process.wait(20) for process in started] == [0, 0]
    finally:
        for process in started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


async def answers(client: httpx.AsyncClient, url: str) -> bool:
    with contextlib.suppress(httpx.TransportError):
        return (await client.get(url)).status_code == 200
    return False


async def until(holds: Any, seconds: float = 30.0) -> None:
    async with asyncio.timeout(seconds):
        while not await holds():
            await asyncio.sleep(0.1)


@pytest.mark.slow
async def test_t70_t72_a_run_keeps_to_itself_what_people_said(house: House, tmp_path: Path) -> None:
    clinic = await house.organization()
    # The server quotes a whole row when one breaks a rule: the worst that a turn and a request can raise.
    await house.rows(f"alter table messages add constraint no_poison check (text <> '{POISON}')")
    async with running(house, tmp_path) as run, httpx.AsyncClient(base_url=run.url) as client:
        await people_write(clinic, client)
        await strangers_knock(clinic, client)
        await somebody_works(clinic, client)
        dead = "select count(*) from dead_letters where kind = 'message'"
        await until(lambda: equals(house, dead, 1), 45)
        await until(lambda: equals(house, "select count(*) from outbox where state = 'queued'", 0))
    text = run.text()
    for secret in (*SECRETS, *clinic.secrets.values()):
        assert secret not in text, [line for line in text.splitlines() if secret in line]
    judge_lines(run.lines())


async def equals(house: House, query: str, wanted: int) -> bool:
    return await house.rows(query) == [(wanted,)]


async def people_write(clinic: Organization, client: httpx.AsyncClient) -> None:
    clinic.house.graph.refuse(131000, title="CANARY-TITLE", details="CANARY-DETAILS")
    for person, said in ((wire.Person(PHONE, EVIL), EVIL), (POISONED, POISON), (wire.Person(PHONE), "oi")):
        raw = wire.delivery(clinic.account, wire.text(person, said))
        signed = {"x-hub-signature-256": wire.signature(clinic.secrets["app_secret"], raw)}
        answer = await client.post(f"/webhooks/{clinic.channel}", content=raw, headers=signed)
        assert answer.status_code == 200, answer.text


async def strangers_knock(clinic: Organization, client: httpx.AsyncClient) -> None:
    path = f"/webhooks/{clinic.channel}"
    unsigned = await client.post(path, content=b"CANARY", headers={"x-hub-signature-256": "sha256=CANARY"})
    assert unsigned.status_code == 401
    asked = {"hub.mode": "subscribe", "hub.verify_token": "CANARY", "hub.challenge": "1"}
    assert (await client.get(path, params=asked)).status_code == 403
    bearer = {"authorization": "Bearer CANARY"}
    assert (await client.get(f"/api/v1/conversations/{PHONE}", headers=bearer)).status_code == 401
    assert (await client.get("/metrics", headers={**bearer, "x-forwarded-for": "CANARY"})).status_code == 401
    wrong = {"email": "CANARY@exemplo.com.br", "password": "CANARY-PASSWORD"}
    assert (await client.post("/api/v1/session", json=wrong)).status_code == 401
    assert (await client.get("/CANARY-PATH\u2028?token=CANARY")).status_code in (200, 503)


async def somebody_works(clinic: Organization, client: httpx.AsyncClient) -> None:
    browser = await clinic.browser()
    bearer = {"authorization": f"Bearer {browser.token}"}
    found = f"/api/v1/conversations/{PHONE}"
    await until(lambda: answers_with(client, found, bearer))
    assert (await client.get("/api/v1/conversations", params={"q": "CANARY"}, headers=bearer)).status_code == 200
    failed = await client.post(f"{found}/notes", json={"text": POISON}, headers=bearer)
    assert failed.status_code == 500
    assert failed.json()["code"] == "internal_error"


async def answers_with(client: httpx.AsyncClient, path: str, headers: dict[str, str]) -> bool:
    return (await client.get(path, headers=headers)).status_code == 200


def judge_lines(lines: list[dict[str, Any]]) -> None:
    """Everything is a line of JSON, and the lines that matter are there: a test of silence must hear something."""
    assert all({"at", "level", "from"} <= set(line) for line in lines)
    requests = {(line["method"], line["route"], line["status"]) for line in lines if line["from"] == "recado.access"}
    assert {
        ("POST", "/webhooks/{channel}", 200),
        ("POST", "/webhooks/{channel}", 401),
        ("GET", "/webhooks/{channel}", 403),
        ("GET", "/api/v1/conversations/{ref}", 401),
        ("GET", "/api/v1/conversations/{ref}", 200),
        ("POST", "/api/v1/conversations/{ref}/notes", 500),
        ("POST", "/api/v1/session", 401),
        ("GET", "/health/{dependency}", 200),
    } <= requests
    failed = next(line for line in lines if line.get("message") == "request failed")
    assert failed["route"] == "/api/v1/conversations/{ref}/notes"
    assert failed["exception"][0]["sqlstate"] == "23514"
    buried = [line for line in lines if line.get("message", "").startswith("an input is dead")]
    assert [line["exception"][0]["constraint_name"] for line in buried] == ["no_poison"]
    assert any(line["from"] == "_granian" for line in lines)
