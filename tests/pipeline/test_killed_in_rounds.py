"""Is anything lost or done twice when a worker dies between what it did outside and what it writes down? (G01)"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

HERE = Path(__file__).parent
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02\x00\x00\x00" + bytes(range(256))
PARKED = """
insert into parked_statuses (organization_id, channel_id, provider_id, status, payload)
select organization_id, channel_id, provider_id, 'read',
       json_build_object('provider_id', provider_id, 'status', 'read', 'at', null, 'chat', 'c')::text
from messages where organization_id = %s and direction = 'out' and provider_id is not null
"""
WORDS = "select count(*) from message_words where organization_id = %s and word = 'girassol'"


async def one_round(clinic: Organization, what: str, failpoint: str = "") -> int | None:
    """Run one round in a process of its own, with an order to die; its exit code."""
    house = clinic.house
    own = {
        "DATABASE_URL": house.clone.owner_dsn, "RECADO_MASTER_KEY": "7e57" * 16,
        "RECADO_HOME": str(house.built.settings.home), "FAILPOINT": f"{failpoint}:kill" if failpoint else "",
        "PYTHONPATH": os.pathsep.join([str(HERE.parents[1] / "src"), str(HERE.parents[1])]),
    }  # fmt: skip
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.pipeline.one_round", what, str(clinic.id), str(clinic.channel),
        env=os.environ | own, cwd=HERE.parents[1], stdin=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    return await asyncio.wait_for(process.wait(), 60)


async def dies_at(clinic: Organization, what: str, failpoint: str) -> None:
    """Facts are held back by the oldest transaction of the whole server: a round may find nothing yet."""
    async with asyncio.timeout(60):
        while (code := await one_round(clinic, what, failpoint)) == 0 and what == "words":
            await asyncio.sleep(0.1)
    assert code == -signal.SIGKILL


async def greeted(clinic: Organization) -> wire.Person:
    ana = somebody()
    await clinic.hears(ana, "oi, girassol")
    return ana


@pytest.mark.parametrize("place", ["unpark.before_commit"])
@pytest.mark.nightly
async def test_parked_statuses_stay_parked_until_they_are_applied(clinic: Organization, place: str) -> None:
    ana, rows = await greeted(clinic), clinic.house.rows
    await rows(PARKED, clinic.id)
    await dies_at(clinic, "unpark", place)
    assert (await rows("select count(*) from parked_statuses where organization_id = %s", clinic.id))[0] == (2,)
    assert {line["status"] for line in await clinic.thread(ana, direction="out")} == {"accepted"}
    assert await one_round(clinic, "unpark") == 0
    assert (await rows("select count(*) from parked_statuses where organization_id = %s", clinic.id))[0] == (0,)
    assert {line["status"] for line in await clinic.thread(ana, direction="out")} == {"read"}


@pytest.mark.parametrize("place", ["words.before_commit"])
@pytest.mark.nightly
async def test_words_and_the_cursor_behind_them_come_together(clinic: Organization, place: str) -> None:
    await greeted(clinic)
    await dies_at(clinic, "words", place)
    assert await clinic.house.rows(WORDS, clinic.id) == [(0,)]
    async with asyncio.timeout(60):
        while await clinic.house.rows(WORDS, clinic.id) == [(0,)]:
            assert await one_round(clinic, "words") == 0
    assert len((await clinic.api("GET", "/conversations?q=girassol"))["items"]) == 1


@pytest.mark.nightly
async def test_words_that_were_committed_are_not_read_again(clinic: Organization) -> None:
    await greeted(clinic)
    await dies_at(clinic, "words", "words.after_commit")
    assert await clinic.house.rows(WORDS, clinic.id) == [(1,)]
    assert await one_round(clinic, "words") == 0
    assert await clinic.house.rows(WORDS, clinic.id) == [(1,)]


@pytest.mark.parametrize("place", ["check.answered", pytest.param("check.before_commit", marks=pytest.mark.nightly)])
async def test_a_number_that_works_again_lets_what_waited_go(house: House, clinic: Organization, place: str) -> None:
    ana = await greeted(clinic)
    house.graph.refuse(190, status=401)
    await clinic.send(ana, "esperou")
    assert (await clinic.api("GET", "/channels"))["items"][0]["state"] == "attention"
    await dies_at(clinic, "check", place)
    state = (await clinic.api("GET", "/channels"))["items"][0]["state"]
    parked = await house.rows("select count(*) from outbox where organization_id = %s and state = 'parked'", clinic.id)
    assert (state, parked) == ("attention", [(1,)]), "both or neither"
    assert await one_round(clinic, "check") == 0
    await house.settle()
    assert clinic.told(ana)[2:] == ["esperou"]


@pytest.mark.parametrize(
    "place", ["upload.before_commit", pytest.param("upload.after_commit", marks=pytest.mark.nightly)]
)
async def test_a_message_with_a_file_is_sent_once_more_and_its_file_is_known(
    house: House, clinic: Organization, place: str
) -> None:
    ana = await greeted(clinic)
    browser = await clinic.browser()
    put = await browser.request("POST", "/media", content=PNG, headers={"x-filename": quote("foto.png")})
    before = len(house.graph.uploads), len(house.graph.sent)
    message = await clinic.act(
        ana, "send", {"media_id": put.json()["media_id"]}, expect=202, headers={"Idempotency-Key": place}
    )  # fmt: skip
    await dies_at(clinic, "upload", place)
    assert (len(house.graph.uploads), len(house.graph.sent)) == (before[0] + 1, before[1]), "it has not been sent"
    await house.rows("update outbox set dispatched_at = now() - interval '1 minute' where state = 'dispatching'")
    await house.sweeper.run_once()
    await house.rows("update outbox set unconfirmed_at = now() - interval '1 minute' where state = 'unconfirmed'")
    await house.sweeper.run_once()
    await house.settle()
    shown = await clinic.message(ana, message["message_id"])
    assert (shown["status"], shown["possible_duplicate"]) == ("accepted", True), (
        "nobody could know that it had not left"
    )
    assert len(house.graph.sent) == before[1] + 1
    again = 0 if place == "upload.after_commit" else 1
    assert len(house.graph.uploads) == before[0] + 1 + again
    used = house.graph.sent[-1].body["image"]["id"]
    assert used == house.graph.uploads[-1]
