"""When two hundred people take one conversation at the same moment, has exactly one of them got it, and do all others know who?

`--rounds` times every one of `--operators` signed-in people asks over HTTP to take the same waiting conversation; then the winner
hands it back. Prints one JSON line: rounds with other than one winner, losers that were not told the winner's name, what the
database says, and how long after the first answer the live stream of a colleague had told of it (milliseconds).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.pipeline import open_stage, percentile
from bench.provider import Provider
from bench.stage import APP_SECRET, PHONE_NUMBER_ID, Stage
from recado.app.roles import role_dsn
from recado.foundation.clock import system_clock
from recado.foundation.database import Database
from recado.organizations.models import SYSTEM, Role, UserId
from recado.organizations.rules import access_tokens
from recado.organizations.service import Passwords, add_member, create_user
from recado.organizations.service.sessions import OpenedSession, open_session

_TOKEN_S = 300.0
NOTICE_MS = 500.0


@dataclass(slots=True)
class Race:
    """What was seen over all rounds."""

    rounds: int = 0
    not_one_winner: int = 0
    not_told_who: int = 0
    other_answers: list[str] = field(default_factory=list)
    notice_s: list[float] = field(default_factory=list)
    round_s: list[float] = field(default_factory=list)


class Desk:
    """Signed-in people of one organization."""

    def __init__(self, stage: Stage, people: list[OpenedSession]) -> None:
        self._stage, self._people = stage, people
        self._issued = -_TOKEN_S
        self._headers: list[dict[str, str]] = []
        self.base = f"http://127.0.0.1:{stage.port}/api/v1"

    @property
    def headers(self) -> list[dict[str, str]]:
        """What each person sends to be known; a token lives ten minutes."""
        if time.monotonic() - self._issued >= _TOKEN_S:
            key = self._stage.key.derive(access_tokens.KEY_PURPOSE)
            self._headers = [
                {"authorization": f"Bearer {access_tokens.issue(self._token(one), key=key, now=system_clock())}"}
                for one in self._people
            ]
            self._issued = time.monotonic()
        return self._headers

    def _token(self, one: OpenedSession) -> access_tokens.AccessToken:
        return access_tokens.AccessToken(user=one.user, session=one.id, organization=self._stage.organization)


async def sign_up(stage: Stage, many: int) -> Desk:
    """Make people, and a session for each."""
    passwords = Passwords(stage.key)
    hashed = await passwords.hash("caneta-quadrada-1877")
    database = await Database.connect(role_dsn(stage.server.dsn, "recado_app", stage.key), size=1, name="bench-people")
    people = []
    async with database.transaction(stage.organization) as tx:
        for number in range(many):
            email = f"pessoa{number}@exemplo.test"
            user = await create_user(tx, email=email, name=f"Pessoa {number}", password_hash=hashed)
            await add_member(tx, user, role=Role.OPERATOR, by=SYSTEM)
            people.append(user)
    opened = []
    for user in people:
        async with database.transaction(None) as tx:
            opened.append(await open_session(tx, UserId(user), organization=stage.organization, device="bancada"))
    await database.close()
    passwords.close()
    return Desk(stage, opened)


class Notices:
    """When a colleague's live stream told that the conversation changed hands."""

    def __init__(self) -> None:
        self.told = asyncio.Event()
        self.at = 0.0

    async def follow(self, client: aiohttp.ClientSession, desk: Desk, organization: UUID, conversation: str) -> None:
        """Listen until cancelled; a stream that ends with its token begins again."""
        while True:
            url = f"{desk.base}/live/org/{organization}"
            async with client.get(url, headers=desk.headers[-1], timeout=aiohttp.ClientTimeout(total=None)) as stream:
                async for line in stream.content:
                    if line.startswith(b"data:") and conversation.encode() in line and not self.told.is_set():
                        self.at = time.perf_counter()
                        self.told.set()


async def one_round(client: aiohttp.ClientSession, desk: Desk, ref: str, notices: Notices, race: Race) -> None:
    """Let everybody take the conversation at once; then the winner hands it back."""
    answered: list[float] = []

    async def take(headers: dict[str, str]) -> tuple[int, Any]:
        async with client.post(f"{desk.base}/conversations/{ref}/take", headers=headers) as answer:
            body = await answer.json()
        answered.append(time.perf_counter())
        return answer.status, body

    notices.told.clear()
    began = time.perf_counter()
    answers = await asyncio.gather(*(take(one) for one in desk.headers))
    race.round_s.append(time.perf_counter() - began)
    race.rounds += 1
    winners = [place for place, (status, _) in enumerate(answers) if status == 200]
    race.not_one_winner += len(winners) != 1
    name = answers[winners[0]][1]["assignee"]["name"] if winners else ""
    for status, body in answers:
        if status == 409 and body.get("code") == "taken_by_other":
            race.not_told_who += name not in json.dumps(body, ensure_ascii=False)
        elif status != 200:
            race.other_answers.append(f"{status} {body}")
    async with asyncio.timeout(10):
        await notices.told.wait()
    race.notice_s.append(max(0.0, notices.at - min(answered)))
    for place in winners:
        async with client.post(f"{desk.base}/conversations/{ref}/hand-back", headers=desk.headers[place]) as answer:
            assert answer.status == 200, await answer.text()
    await asyncio.sleep(0.02)  # what handing back tells is heard before the next round


async def race_on(stage: Stage, operators: int, rounds: int) -> dict[str, Any]:
    """Run all rounds and return the figures."""
    desk = await sign_up(stage, operators)
    rows = await stage.query("select id from conversations where organization_id = $1 limit 1", stage.organization)
    ref, race, notices = str(rows[0]["id"]), Race(), Notices()
    connector = aiohttp.TCPConnector(limit=operators + 5)
    async with aiohttp.ClientSession(connector=connector) as client:
        following = asyncio.create_task(notices.follow(client, desk, stage.organization, ref))
        try:
            await asyncio.sleep(1)
            for _ in range(rounds):
                await one_round(client, desk, ref, notices, race)
        finally:
            following.cancel()
    taken = await stage.query(
        "select count(*) as n from messages where conversation_id = $1 and subtype = 'taken'", rows[0]["id"]
    )
    return {
        "operators": operators, "rounds": race.rounds, "not_one_winner": race.not_one_winner,
        "not_told_who": race.not_told_who, "other_answers": race.other_answers[:5],
        "lines_in_database": taken[0]["n"],
        "notice_p50_ms": round(percentile(race.notice_s, 0.5), 1),
        "notice_p95_ms": round(percentile(race.notice_s, 0.95), 1),
        "notice_most_ms": round(max(race.notice_s) * 1000, 1),
        "round_p50_ms": round(percentile(race.round_s, 0.5), 1),
        "within": not (race.not_one_winner or race.not_told_who or race.other_answers)
        and taken[0]["n"] == rounds
        and max(race.notice_s) * 1000 <= NOTICE_MS,
    }  # fmt: skip


async def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operators", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1000)
    options = parser.parse_args()
    provider = Provider(APP_SECRET, PHONE_NUMBER_ID)
    stage, load, _ = await open_stage(provider, limits=False)
    try:
        await load.saturate(0, 1)
        result = await race_on(stage, options.operators, options.rounds)
    finally:
        stage.close()
        await provider.close()
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    uvloop.run(main())
