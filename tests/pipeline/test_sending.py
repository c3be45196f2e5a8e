"""What becomes of a message that the provider refuses, or that must wait? (DLV 2, 4, 5; F40-F43)"""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.pipeline.house import FREE, House, Organization
from tests.pipeline.wire import Person, somebody


async def greeted(clinic: Organization) -> Person:
    """Somebody whom the bot has answered."""
    ana = somebody()
    await clinic.hears(ana, "oi")
    return ana


async def rush(house: House) -> None:
    """Let pauses of the lane be over."""
    await house.rows("update outbox set not_before = '-infinity' where not_before > now()")


async def waits(house: House, message: str) -> tuple[str, float]:
    """A waiting message: its state on the lane, and the seconds until it may leave."""
    ((state, seconds),) = await house.rows(
        "select state, extract(epoch from not_before - now()) from outbox where id = %s", message
    )
    return state, float(seconds)


async def test_five_failures_then_a_dead_letter_and_the_next_one_goes(house: House, clinic: Organization) -> None:
    ana, before = await greeted(clinic), house.graph.calls
    house.graph.refuse(133004, status=503, times=5, title="Server temporarily unavailable")
    first = await clinic.send(ana, "primeira")
    second = await clinic.send(ana, "segunda")
    pauses = []
    for attempt in range(1, 5):
        assert house.graph.calls - before == attempt
        pauses.append((await waits(house, first))[1])
        assert (await clinic.message(ana, second))["status"] == "queued", "order: it must not overtake"
        await rush(house)
        await house.settle()
    assert house.graph.calls - before == 5 + 1
    assert all(0.7 * 2**n - 0.5 <= pause <= 1.3 * 2**n for n, pause in enumerate(pauses)), pauses
    failed = await clinic.message(ana, first)
    assert (failed["status"], failed["failure"]["code"]) == ("failed", "133004")
    assert clinic.told(ana)[2:] == ["segunda"]
    (letter,) = await clinic.dead_letters()
    assert (letter["kind"], letter["summary"], letter["attempts"]) == ("send", "primeira", 5)
    assert letter["conversation_id"] == (await clinic.conversation(ana))["id"]
    await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=204)
    await house.settle()
    assert clinic.told(ana)[2:] == ["segunda", "primeira"]
    again = await clinic.message(ana, first)
    assert (again["status"], again["failure"], again["possible_duplicate"]) == ("accepted", None, False)
    assert await clinic.dead_letters() == []
    await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=404)


async def test_a_dead_send_goes_back_to_where_it_stood(house: House, clinic: Organization) -> None:
    ana = await greeted(clinic)
    message = await clinic.send(ana, "promoção", settle=False)
    await house.rows("update outbox set lane = 2, class = 'marketing' where id = %s", message)
    house.graph.refuse(135000, times=2)
    await house.settle()
    await rush(house)
    await house.settle()
    (letter,) = await clinic.dead_letters()
    await clinic.api("POST", f"/dead-letters/{letter['id']}/retry", {}, expect=204)
    assert await house.rows("select lane, class from outbox where id = %s", message) == [(2, "marketing")]
    await house.rows("update contacts set marketing_stopped_at = now() where organization_id = %s", clinic.id)
    await house.settle()
    assert clinic.told(ana)[2:] == [], "a refusal of marketing keeps it back, which a reply it would not"


async def test_a_reason_that_deserves_fewer_tries_gets_fewer(house: House, clinic: Organization) -> None:
    ana, before = await greeted(clinic), house.graph.calls
    house.graph.refuse(135000, times=2)
    message = await clinic.send(ana, "olá")
    await rush(house)
    await house.settle()
    assert house.graph.calls - before == 2
    assert (await clinic.message(ana, message))["status"] == "failed"
    assert [letter["attempts"] for letter in await clinic.dead_letters()] == [2]


@pytest.mark.parametrize(("code", "http"), [(131026, 400), (100, 400), (131047, 400), (131051, 400), (130497, 403)])
async def test_what_can_never_arrive_fails_at_once_with_its_code(
    house: House, clinic: Organization, code: int, http: int
) -> None:
    ana, before = await greeted(clinic), house.graph.calls
    house.graph.refuse(code, status=http, title="Não")
    message = await clinic.send(ana, "olá")
    failed = await clinic.message(ana, message)
    assert (failed["status"], failed["failure"]["code"]) == ("failed", str(code))
    assert house.graph.calls == before + 1
    assert await clinic.dead_letters() == []
    assert (await clinic.api("GET", "/channels"))["items"][0]["state"] == "connected"


async def test_131056_holds_up_this_person_alone(house: House, clinic: Organization) -> None:
    ana, bia = await greeted(clinic), await greeted(clinic)
    house.graph.refuse(131056)
    message = await clinic.send(ana, "para Ana")
    await clinic.send(bia, "para Bia")
    assert clinic.told(bia)[2:] == ["para Bia"]
    state, seconds = await waits(house, message)
    assert state == "queued"
    assert 3 < seconds <= 4
    house.graph.refuse(131056)
    await rush(house)
    await house.settle()
    assert 14 < (await waits(house, message))[1] <= 16
    await rush(house)
    await house.settle()
    assert clinic.told(ana)[2:] == ["para Ana"]


async def test_a_token_that_ran_out_parks_everything_until_somebody_mends_it(house: House) -> None:
    clinic, other = await house.organization(), await house.organization()
    people = [await greeted(clinic) for _ in range(3)]
    house.graph.refuse(190, status=401, title="Error validating access token")
    for who in people:
        await clinic.send(who, "um")
    for who in people:
        await clinic.send(who, "dois")
    (channel,) = (await clinic.api("GET", "/channels"))["items"]
    assert (channel["state"], channel["state_reason"]) == ("attention", "190")
    states = await house.rows("select state, count(*) from outbox where organization_id = %s group by 1", clinic.id)
    assert [state for state, _ in states if state not in ("parked", "queued")] == []
    assert await clinic.dead_letters() == []
    await clinic.hears(people[0], "estão aí?")
    assert "A estão aí?" not in clinic.told(people[0])
    ana = await greeted(other)
    assert other.told(ana) == ["Oi", "B ."], "another organization's number goes on"
    await clinic.api("POST", f"/channels/{channel['id']}/connect", {})
    await house.settle()
    for who in people:
        assert [text for text in clinic.told(who) if text in ("um", "dois")] == ["um", "dois"]
    assert (await clinic.api("GET", "/channels"))["items"][0]["state"] == "connected"


async def test_a_number_sends_no_faster_than_it_may(house: House) -> None:
    clinic = await house.organization(pacing={**FREE, "per_second": 20})
    people = [somebody() for _ in range(25)]
    began = time.monotonic()
    for who in people:
        await clinic.hears(who, "oi", settle=False)
    await house.settle()
    at_once, elapsed = sum(map(len, map(clinic.told, people))), time.monotonic() - began
    assert 15 <= at_once <= 35 + 20 * elapsed, "one second's worth goes at once, the rest waits"
    while sum(map(len, map(clinic.told, people))) < 50:
        assert time.monotonic() - began < 20
        await house.settle()
        await asyncio.sleep(0.05)
    assert time.monotonic() - began >= 1.3
    assert {tuple(clinic.told(who)) for who in people} == {("Oi", "B .")}


async def test_a_pair_is_held_back_and_others_are_not(house: House) -> None:
    clinic = await house.organization(pacing={**FREE, "pair_seconds": 30, "pair_burst": 3})
    ana, bia = somebody(), somebody()
    await clinic.hears(ana, "oi")
    for word in ("um", "dois", "três"):
        await clinic.send(ana, word, settle=False)
    await house.settle()
    assert clinic.told(ana) == ["Oi", "B .", "um"]
    await clinic.hears(bia, "oi")
    assert clinic.told(bia) == ["Oi", "B ."]
    house.clock.passes(minutes=5)
    await rush(house)
    await house.settle()
    assert clinic.told(ana) == ["Oi", "B .", "um", "dois", "três"]


async def test_a_pair_stays_a_pair_when_another_address_is_learned(house: House) -> None:
    clinic = await house.organization(pacing={**FREE, "pair_seconds": 30, "pair_burst": 3})
    ana = somebody()
    await clinic.hears(ana, "oi")
    await clinic.send(ana, "um")
    await house.rows("update conversations set reply_bsuid = 'BR.77' where organization_id = %s", clinic.id)
    message = await clinic.send(ana, "dois")
    assert clinic.told(ana) == ["Oi", "B .", "um"]
    state, seconds = await waits(house, message)
    assert (state, seconds > 10) == ("queued", True)
    keys = await house.rows("select key from pacing where organization_id = %s and key like 'pair:%%'", clinic.id)
    assert len(keys) == 1
    assert ana.phone not in keys[0][0], "nobody's number stands in a meter's name"


async def test_one_pair_that_waits_takes_nothing_from_the_rest_of_the_number(house: House) -> None:
    """With the provider's own six seconds: the place that one person waits for is not a hole in everybody's rate."""
    clinic = await house.organization(pacing={**FREE, "per_second": 10, "pair_seconds": 6, "pair_burst": 3})
    ana, bia = somebody(), somebody()
    await clinic.hears(ana, "oi")
    for word in ("um", "dois"):
        await clinic.send(ana, word)
    assert clinic.told(ana) == ["Oi", "B .", "um"]
    await clinic.hears(bia, "oi")
    assert clinic.told(bia) == ["Oi", "B ."]


async def test_the_ceiling_of_a_minute_and_of_a_day(house: House) -> None:
    clinic = await house.organization(pacing={**FREE, "per_minute": 3, "per_day": 5}, policy={"messages_a_minute": 99})
    ana = await greeted(clinic)
    for word in ("um", "dois", "três", "quatro"):
        await clinic.send(ana, word)
    assert clinic.told(ana) == ["Oi", "B .", "um"]
    for _ in range(2):
        house.clock.passes(seconds=61)
        await rush(house)
        await house.settle()
    assert clinic.told(ana) == ["Oi", "B .", "um", "dois", "três"], "the day is full"
    house.clock.passes(hours=20)
    await rush(house)
    await house.settle()
    assert len(clinic.told(ana)) in (5, 6), "midnight in São Paulo may not have come yet"


async def test_the_same_key_is_the_same_message(clinic: Organization) -> None:
    ana = await greeted(clinic)
    ids = set()
    for _ in range(3):
        answer = await clinic.act(ana, "send", {"text": "uma vez"}, expect=202, headers={"Idempotency-Key": "a-mesma"})
        ids.add(answer["message_id"])
    await clinic.house.settle()
    assert len(ids) == 1
    assert clinic.told(ana)[2:] == ["uma vez"]


async def test_a_message_carries_its_mark_and_the_numbers_own_token(house: House, clinic: Organization) -> None:
    ana = await greeted(clinic)
    mine = [one for one in house.graph.sent if one.to == ana.phone]
    assert len({one.token for one in mine}) == 2
    assert all(one.token.partition(".")[2] for one in mine)
    assert house.graph.bearers[-1] == f"Bearer {clinic.secrets['access_token']}"


async def test_one_organization_whose_rows_cannot_be_judged_stops_nobody_else(house: House) -> None:
    broken, other = await house.organization(pacing={**FREE, "per_second": 0}), await house.organization()
    ana, bia = somebody(), somebody()
    await broken.hears(ana, "oi", settle=False)
    await other.hears(bia, "oi", settle=False)
    await house.inbox.run_once()
    await house.settle()
    assert other.told(bia) == ["Oi", "B ."]
    assert broken.told(ana) == []
    rows = await house.rows("select state, not_before > now() from outbox where organization_id = %s", broken.id)
    assert sorted(rows) == [("queued", False), ("queued", True)], "the first steps aside, the second waits behind it"
    await house.rows("update channels set limits = '{}' where organization_id = %s", broken.id)
    await rush(house)
    await house.settle()
    assert broken.told(ana) == ["Oi", "B ."]


async def test_a_provider_that_gives_one_id_twice_stops_no_other_record(house: House, clinic: Organization) -> None:
    ana, bia, cleo = [await greeted(clinic) for _ in range(3)]
    ids = [await clinic.send(who, "id:wamid.TWICE", settle=False) for who in (ana, bia)]
    later = await clinic.send(cleo, "olá", settle=False)
    await house.settle()
    assert (await clinic.message(cleo, later))["status"] == "accepted"
    assert [(await clinic.message(who, id_))["status"] for who, id_ in zip((ana, bia), ids, strict=True)] == [
        "accepted",
        "accepted",
    ]
    assert await house.rows("select id from outbox where organization_id = %s", clinic.id) == []


async def test_what_goes_wrong_before_the_call_is_no_doubt_about_it(house: House, clinic: Organization) -> None:
    ana = await greeted(clinic)
    ((kept,),) = await house.rows("select secrets from channels where id = %s", clinic.channel)
    await house.rows("update channels set secrets = 'broken' where id = %s", clinic.channel)
    house.outbox._deliver._accounts.clear()  # type: ignore[attr-defined]
    message = await clinic.send(ana, "olá")
    assert (await clinic.message(ana, message))["status"] == "queued"
    assert await house.rows("select state, failures from outbox where id = %s", message) == [("queued", 1)]
    await house.rows("update channels set secrets = %s where id = %s", kept, clinic.channel)
    await rush(house)
    await house.settle()
    assert clinic.told(ana)[2:] == ["olá"]
    assert (await clinic.message(ana, message))["possible_duplicate"] is False
