"""What does publishing do to the people in the middle of a conversation?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.flows.tasks.tidy_flows import tidy_flows
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

FLOW: dict[str, Any] = {
    "format": 1,
    "id": "pesquisa",
    "name": "Pesquisa",
    "entry": "start",
    "variables": {"nome": {"label": "Nome"}, "nota": {"label": "Nota"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "name"}},
        "name": {
            "type": "question",
            "options": {"text": "Seu nome?", "kind": "text", "variable": "nome"},
            "exits": {"next": "pause"},
        },
        "pause": {"type": "wait", "options": {"amount": 2, "unit": "hours"}, "exits": {"next": "grade"}},
        "grade": {
            "type": "question",
            "options": {"text": "E a nota?", "kind": "text", "variable": "nota"},
            "exits": {"next": "thanks"},
        },
        "thanks": {"type": "message", "options": {"text": "Obrigado, {{ nome }}!"}},
    },
}


def changed() -> dict[str, Any]:
    """Another version: the thanks are longer and use a new variable, and the question of the grade is gone."""
    nodes = {key: {**node} for key, node in FLOW["nodes"].items() if key != "grade"}
    nodes["pause"] = {**nodes["pause"], "exits": {"next": "thanks"}}
    nodes["thanks"] = {"type": "message", "options": {"text": "Valeu, {{ nome }}! {{ brinde }}"}}
    variables = {**FLOW["variables"], "brinde": {"label": "Brinde", "default": "Tem brinde."}}
    return {**FLOW, "nodes": nodes, "variables": variables}


async def publish(clinic: Organization, how: str) -> Any:
    """Publish the changed flow; the answer, and before it the preview."""
    ((flow,),) = await clinic.house.rows("select id from flows where organization_id = %s", clinic.id)
    draft = await clinic.api("GET", f"/flows/{flow}")
    body = {"revision": draft["revision"], "definition": {**changed(), "id": str(flow)}}
    saved = await clinic.api("PUT", f"/flows/{flow}/draft", body)
    preview = await clinic.api("GET", f"/flows/{flow}/publish-preview")
    body = {"revision": saved["revision"], "sessions": how}
    return preview["sessions"], await clinic.api("POST", f"/flows/{flow}/publish", body)


async def opened(house: House) -> tuple[Organization, Any, Any, Any]:
    """Three people: one at the first question, one in the wait, one at the question that will be gone."""
    clinic = await house.organization(flow=FLOW)
    ana, bia, caio = somebody("Ana"), somebody("Bia"), somebody("Caio")
    await clinic.hears(caio, "oi")
    await clinic.hears(caio, "Caio")
    house.clock.passes(hours=2)
    await house.settle()
    assert clinic.told(caio)[-1] == "E a nota?"
    await clinic.hears(ana, "oi")
    await clinic.hears(bia, "oi")
    await clinic.hears(bia, "Bia")
    return clinic, ana, bia, caio


async def test_who_can_goes_on_where_they_stand_and_the_others_begin_anew(house: House) -> None:
    clinic, ana, bia, caio = await opened(house)
    preview, done = await publish(clinic, "move")
    assert preview == {"open": 3, "can_move": 2, "must_restart": 1}
    assert (done["number"], done["moved"], done["restarted"], done["stayed"]) == (2, 2, 1, 0)
    house.clock.passes(hours=2)
    await house.settle()
    assert clinic.told(bia)[-1] == "Valeu, Bia! Tem brinde.", "the timer of a moved session still counts"
    await clinic.hears(ana, "Ana")
    house.clock.passes(hours=2)
    await house.settle()
    assert clinic.told(ana)[-1] == "Valeu, Ana! Tem brinde."
    await clinic.hears(caio, "10")
    assert clinic.told(caio)[-1] == "Seu nome?"


async def test_those_who_stay_end_as_they_began(house: House) -> None:
    clinic, ana, bia, caio = await opened(house)
    _, done = await publish(clinic, "stay")
    assert (done["moved"], done["restarted"], done["stayed"]) == (0, 0, 3)
    await clinic.hears(caio, "10")
    assert clinic.told(caio)[-1] == "Obrigado, Caio!"
    house.clock.passes(hours=2)
    await house.settle()
    assert clinic.told(bia)[-1] == "E a nota?"
    await clinic.hears(ana, "Ana")
    assert clinic.told(ana) == ["Seu nome?"]


async def test_who_begins_anew_hears_nothing_until_they_write(house: House) -> None:
    clinic, ana, bia, caio = await opened(house)
    before = [clinic.told(one) for one in (ana, bia, caio)]
    _, done = await publish(clinic, "restart")
    assert (done["moved"], done["restarted"], done["stayed"]) == (0, 3, 0)
    house.clock.passes(hours=3)
    await house.settle()
    assert [clinic.told(one) for one in (ana, bia, caio)] == before
    assert await house.rows("select count(*) from timers where organization_id = %s", clinic.id) == [(0,)]
    await clinic.hears(bia, "oi")
    assert clinic.told(bia)[-1] == "Seu nome?"


@pytest.mark.parametrize("rounds", [1, 2])
async def test_sessions_of_archived_conversations_are_over_with_all_they_wait_for(house: House, rounds: int) -> None:
    clinic, ana, bia, caio = await opened(house)
    for one in (bia, caio):
        await clinic.act(one, "close")
    for _ in range(rounds):
        await tidy_flows(house.worker, house.clock)
    rows = await house.rows(
        "select status, count(*) from sessions where organization_id = %s group by 1 order by 1", clinic.id
    )
    assert rows == [("expired", 2), ("waiting", 1)]
    assert await house.rows("select count(*) from timers where organization_id = %s", clinic.id) == [(0,)]
    preview, _ = await publish(clinic, "stay")
    assert preview["open"] == 1
    assert clinic.told(ana) == ["Seu nome?"]
