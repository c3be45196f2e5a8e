"""Who may put something into an organization, and does a repeat change anything? (T01, T02, T03, T07, G08)"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
import pytest_asyncio

from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Json, somebody

LITERAL = "/webhook/whatsapp"


@pytest_asyncio.fixture(loop_scope="module")
async def three(house: House) -> list[Organization]:
    """Three organizations with secrets of their own."""
    return [await house.organization() for _ in range(3)]


async def stored(house: House) -> list[tuple[Any, ...]]:
    return await house.rows(
        "select (select count(*) from inbox), (select count(*) from deliveries), (select count(*) from messages),"
        " (select count(*) from quarantined_deliveries), (select count(*) from channel_events)"
    )


async def post(house: House, path: str, raw: bytes, secret: str) -> int:
    signed = {"x-hub-signature-256": wire.signature(secret, raw)}
    return (await house.request("POST", path, raw, signed)).status_code


async def test_t02_every_secret_opens_its_own_door_only(house: House, three: list[Organization]) -> None:
    before = await stored(house)
    for mine, other in permutations(three, 2):
        raw = wire.delivery(mine.account, wire.text(somebody(), "oi"))
        assert await post(house, f"/webhooks/{other.channel}", raw, mine.secrets["app_secret"]) == 401
        # Rightly signed, but naming a number that is not behind this door.
        foreign = wire.delivery(other.account, wire.text(somebody(), "oi"))
        for path in (f"/webhooks/{mine.channel}", LITERAL):
            assert await post(house, path, foreign, mine.secrets["app_secret"]) == 200
    await house.settle()
    after = await stored(house)
    assert after[0][:3] == before[0][:3]
    assert after[0][3] == before[0][3] + 12


async def test_t02_the_path_that_names_no_channel_finds_the_right_one(house: House, three: list[Organization]) -> None:
    for clinic in three:
        ana = somebody()
        raw = wire.delivery(clinic.account, wire.text(ana, "oi", at=house.clock()))
        for path in (LITERAL, "/api/v1/whatsapp/webhook"):
            assert await post(house, path, raw, clinic.secrets["app_secret"]) == 200
        await house.settle()
        assert clinic.told(ana) == ["Oi", "B ."]


async def test_a_number_that_was_just_added_is_known_at_once(house: House) -> None:
    """Meta asks to verify a number, and delivers for it, while the one before is still remembered."""
    first = await house.organization(secret="app-de-duas")
    hook = house.hook.doors
    raw = wire.delivery(first.account, wire.text(somebody(), "oi"))
    assert await post(house, LITERAL, raw, "app-de-duas") == 200
    second, third = await house.organization(secret="app-de-duas"), await house.organization()
    house.hook.doors = hook
    await asyncio.sleep(0.3)
    for clinic in (second, third):
        ana = somebody()
        raw = wire.delivery(clinic.account, wire.text(ana, "oi", at=house.clock()))
        assert await post(house, LITERAL, raw, clinic.secrets["app_secret"]) == 200
        await house.settle()
        assert clinic.told(ana) == ["Oi", "B ."]


async def test_a_delivery_for_two_organizations_is_divided(house: House) -> None:
    """One app of an agency serves many: both numbers use its secret, and each organization gets what is its own."""
    one, two = [await house.organization(secret="um-app-so") for _ in range(2)]
    ana, bia = somebody(), somebody()
    parts = [
        json.loads(wire.delivery(clinic.account, wire.text(who, "oi"))) for clinic, who in ((one, ana), (two, bia))
    ]
    raw = json.dumps({**parts[0], "entry": [entry for part in parts for entry in part["entry"]]}).encode()
    assert await post(house, LITERAL, raw, "um-app-so") == 200
    await house.settle()
    assert (one.told(ana), two.told(bia)) == (["Oi", "B ."], ["Oi", "B ."])
    # The raw bytes hold words of both; they must not lie in the rows of either.
    kept = await house.rows("select raw from deliveries where organization_id in (%s, %s)", one.id, two.id)
    assert kept == [(b"",), (b"",)]


async def test_account_news_reach_the_channels_of_their_business(house: House) -> None:
    first = await house.organization(secret="app-da-agencia", settings={"waba_id": "111"})
    second = await house.organization(secret="app-da-agencia", settings={"waba_id": "222"})
    news = {"event": "APPROVED", "message_template_id": 5, "message_template_name": "lembrete",
            "message_template_language": "pt_BR", "reason": "NONE"}  # fmt: skip

    def told(business: str) -> bytes:
        change = {"field": "message_template_status_update", "value": news}
        return json.dumps(
            {"object": "whatsapp_business_account", "entry": [{"id": business, "changes": [change]}]}
        ).encode()

    before = (await stored(house))[0][3]
    for business in ("222", "333"):
        assert await post(house, LITERAL, told(business), "app-da-agencia") == 200
    await house.settle()
    templates = "select name, status from templates where organization_id = %s"
    assert await house.rows(templates, first.id) == []
    assert await house.rows(templates, second.id) == [("lembrete", "APPROVED")]
    quarantined = await house.rows("select account from quarantined_deliveries where account = '333'")
    assert (quarantined, (await stored(house))[0][3]) == ([("333",)], before + 1)


def history(account: str, *messages: Json, brought: tuple[Json, ...] = ()) -> bytes:
    value: Json = {"messages": list(brought)} if brought else {
        "history": [{"metadata": {"phase": 0, "chunk_order": 1, "progress": 10},
                     "threads": [{"id": messages[0]["from"], "messages": list(messages)}]}]
    }  # fmt: skip
    return wire.delivery(account, value, field="history")


def old(who: wire.Person, id_: str, kind: str, **more: Any) -> Json:
    return {"from": who.phone, "id": id_, "timestamp": "1790000000", "type": kind, **more}


@pytest.mark.parametrize("order", ["placeholder first", "file first", "one batch"])
async def test_an_old_file_takes_the_place_of_its_placeholder(house: House, clinic: Organization, order: str) -> None:
    ana, id_ = somebody(), wire.wamid("OLD")
    announced = history(clinic.account, old(ana, id_, "media_placeholder"))
    picture = {"id": f"9{id_[-3:]}", "mime_type": "image/jpeg", "caption": "antiga"}
    brought = history(clinic.account, brought=(old(ana, id_, "image", image=picture),))
    deliveries = [brought, announced] if order == "file first" else [announced, brought]
    for raw in deliveries:
        await clinic.deliver(raw, settle=order != "one batch")
    await house.settle()
    for raw in deliveries:
        await clinic.deliver(raw)
    (line,) = await clinic.thread(ana)
    assert (line["type"], line["text"], line["subtype"]) == ("image", "antiga", "")
    assert [file["provider_id"] for file in line["media"]] == [picture["id"]]
    assert clinic.told(ana) == []
    jobs = await house.rows(
        "select count(*) from pgqueuer where convert_from(payload, 'UTF8') like %s", f"%{line['media'][0]['id']}%"
    )
    assert jobs == [(1,)]


STATE = """
select direction, type, text, status, author, case when direction = 'in' then provider_id end, reply_to from messages
where organization_id = %s order by direction, text, provider_id
"""


async def state_of(house: House, clinic: Organization) -> str:
    """Everything that may not depend on how often, and in which order, deliveries came."""
    rows = await house.rows(STATE, clinic.id)
    conversations = await house.rows(
        "select state, answerer, unread from conversations where organization_id = %s order by 1, 2, 3", clinic.id
    )
    turns = await house.rows("select count(*), count(distinct said) from turns where organization_id = %s", clinic.id)
    return hashlib.sha256(repr((rows, conversations, turns)).encode()).hexdigest()


async def test_t03_g08_replays_in_any_order_change_nothing(house: House) -> None:
    """Each delivery once in one organization; three times more, shuffled, in another: the same state, and nothing sent."""
    people = [somebody() for _ in range(12)]
    phones = {who.phone for who in people}
    script = [
        (who, f"{word} {number}", wire.wamid("RE"))
        for number, word in enumerate(("oi", "um", "dois"))
        for who in people
    ]
    states = [await replay(house, script, repeats) for repeats in (0, 3)]
    assert states[0] == states[1]
    assert len([one for one in house.graph.sent if one.to in phones]) == 2 * 2 * len(script)


async def replay(house: House, script: list[tuple[wire.Person, str, str]], repeats: int) -> str:
    """Let the script happen, then repeat its deliveries; the state afterwards."""
    clinic, before = await house.organization(), len(house.graph.sent)
    bodies = [
        wire.delivery(clinic.account, wire.text(who, said, id_=id_, at=house.clock())) for who, said, id_ in script
    ]
    for raw in bodies:
        await clinic.deliver(raw, settle=False)
    await house.settle()
    statuses = [
        wire.delivery(clinic.account, {"statuses": [wire.status(word, sent.id, wire.Person(sent.to))]})
        for sent in house.graph.sent[before:]
        for word in ("sent", "delivered", "read")
    ]
    for raw in statuses:
        await clinic.deliver(raw, settle=False)
    again = [*bodies, *statuses] * repeats
    random.Random(7).shuffle(again)  # noqa: S311 - a test must shuffle alike each time
    for number, raw in enumerate(again):
        await clinic.deliver(raw, settle=number % 100 == 0)
    await house.settle()
    assert await clinic.dead_letters() == []
    rows = await house.rows("select count(*) from messages where organization_id = %s and status = 'read'", clinic.id)
    assert rows == [(len(script) * 2,)]
    return await state_of(house, clinic)


async def test_t07_a_status_moves_only_what_this_channel_sent(house: House, three: list[Organization]) -> None:
    mine, other, _ = three
    ana = somebody()
    await mine.hears(ana, "oi")
    for sent in [one for one in house.graph.sent if one.to == ana.phone]:
        for token in ("", sent.token):
            await other.statuses(wire.status("read", sent.id, ana, token=token))
            await other.statuses(wire.failed(sent.id, ana, 131026))
    assert {line["status"] for line in await mine.thread(ana, direction="out")} == {"accepted"}
    forged = wire.status("read", wire.wamid("X"), ana, token="00" * 16 + "." + "0" * 12)
    await mine.statuses(forged, wire.status("failed", wire.wamid("X"), ana))
    assert {line["status"] for line in await mine.thread(ana, direction="out")} == {"accepted"}


async def test_after_a_change_of_number_answers_go_to_the_new_one(house: House, clinic: Organization) -> None:
    """In one delivery with a message from before, and again when the person has come back to the old number."""
    ana, new = wire.somebody(), wire.somebody()

    def notice() -> Json:
        system = {"body": "", "wa_id": new.phone, "user_id": new.bsuid, "type": "user_changed_number"}
        return {
            "messages": [
                {
                    "from": ana.phone, "from_user_id": ana.bsuid, "id": id_, "timestamp": str(int(at.timestamp())),
                    "type": "system", "system": system,
                }
            ]
        }  # fmt: skip

    at, id_ = house.clock() - timedelta(seconds=2), wire.wamid("SYS")
    first = wire.text(ana, "oi", at=at)
    await clinic.deliver(wire.delivery(clinic.account, first, notice()))
    await clinic.send(ana, "Olá de novo")
    assert clinic.told(new)[-1] == "Olá de novo"
    await clinic.hears(ana, "voltei")
    await clinic.deliver(wire.delivery(clinic.account, notice()))
    await clinic.send(ana, "Que bom")
    assert clinic.told(ana)[-1] == "Que bom"
    assert len({line["conversation_id"] for line in await clinic.thread(ana)}) == 1


async def test_an_account_that_a_second_organization_enters_stays_with_the_first(
    house: House, three: list[Organization]
) -> None:
    first = three[0]
    second = await house.organization(account=first.account, secret=first.secrets["app_secret"])
    ana = wire.somebody()
    raw = wire.delivery(first.account, wire.text(ana, "oi", at=house.clock()))
    assert await post(house, "/webhook/whatsapp", raw, first.secrets["app_secret"]) == 200
    await house.settle()
    where = await house.rows("select organization_id from messages where text = 'oi' and direction = 'in' and"
                             " organization_id = any(%s)", [first.id, second.id])  # fmt: skip
    assert where == [(first.id,)]
