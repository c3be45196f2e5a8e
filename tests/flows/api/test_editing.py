"""Is nothing lost when several people write one flow, and is only what can be kept taken in?"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from recado.organizations.models import Role
from tests.flows.api.house import BROKEN, HELLO, Desk
from tests.support.access import Browser


def saying(words: str) -> dict[str, Any]:
    return {**HELLO, "nodes": {**HELLO["nodes"], "tchau": {"type": "message", "options": {"text": words}}}}


async def test_of_two_who_save_at_once_one_is_told_who_was_first(clinic: Desk) -> None:
    flow = await clinic.flow()
    bia = await clinic.member(Role.OPERATOR, "bia@clinica.test")

    async def save(who: Browser, words: str) -> Any:
        body = {"revision": 1, "definition": saying(words)}
        return await who.request("PUT", f"/flows/{flow}/draft", json=body)

    answers = await asyncio.gather(*(save(who, name) for name, who in [("ana", clinic.ana), ("bia", bia)] * 4))
    won = [one for one in answers if one.status_code == 200]
    lost = [one.json() for one in answers if one.status_code == 409]
    assert (len(won), len(lost)) == (1, 7)
    shown = (await clinic.ana.get(f"/flows/{flow}")).json()
    assert shown["definition"]["nodes"]["tchau"]["options"]["text"] == shown["changed_by_name"]
    for refusal in lost:
        assert refusal["code"] == "draft_changed"
        assert refusal["data"]["revision"] == 2
        assert refusal["data"]["changed_by_name"] == shown["changed_by_name"]
        assert refusal["data"]["changed_at"]


async def test_whoever_saves_over_what_they_saw_loses_nothing(clinic: Desk) -> None:
    flow = await clinic.flow()
    for revision in range(1, 6):
        answer = await clinic.ana.request(
            "PUT",
            f"/flows/{flow}/draft",
            json={"revision": revision, "definition": saying(str(revision)), "name": f"N{revision}"},
        )
        assert answer.json()["revision"] == revision + 1
    shown = (await clinic.ana.get(f"/flows/{flow}")).json()
    assert (shown["name"], shown["definition"]["name"], shown["definition"]["id"]) == ("N5", "N5", flow)


async def test_nobody_publishes_what_they_have_not_seen(clinic: Desk) -> None:
    flow = await clinic.flow()
    await clinic.ana.request("PUT", f"/flows/{flow}/draft", json={"revision": 1, "definition": saying("novo")})
    answer = await clinic.ana.post(f"/flows/{flow}/publish", {"revision": 1})
    assert (answer.status_code, answer.json()["code"]) == (409, "draft_changed")
    assert (await clinic.ana.get(f"/flows/{flow}/versions")).json()["items"] == []


async def test_errors_stop_a_publication(clinic: Desk) -> None:
    flow = await clinic.flow(BROKEN)
    answer = await clinic.ana.post(f"/flows/{flow}/publish", {"revision": 1})
    assert (answer.status_code, answer.json()["code"]) == (422, "flow_has_problems")
    assert answer.json()["data"]["problems"][0]["node"] == "inicio"
    unreadable = await clinic.flow({"nodes": 3})
    answer = await clinic.ana.post(f"/flows/{unreadable}/publish", {"revision": 1})
    assert (answer.status_code, answer.json()["code"]) == (422, "flow_unreadable")


async def test_a_version_never_changes(clinic: Desk) -> None:
    flow = await clinic.flow()
    await clinic.publish(flow)
    first = (await clinic.ana.get(f"/flows/{flow}/versions/1")).json()
    await clinic.ana.request("PUT", f"/flows/{flow}/draft", json={"revision": 1, "definition": saying("outro")})
    (listed,) = (await clinic.ana.get("/flows")).json()["items"]
    assert (listed["published"]["number"], listed["draft"]["differs"]) == (1, True)
    assert (await clinic.ana.get(f"/flows/{flow}/versions/1")).json() == first
    changes = (await clinic.ana.get(f"/flows/{flow}/versions/1/diff?to=draft")).json()["changes"]
    assert any("outro" in change["sentence"] for change in changes)
    back = await clinic.ana.post(f"/flows/{flow}/versions/1/restore", {"revision": 2})
    assert back.json()["revision"] == 3
    assert (await clinic.ana.get("/flows")).json()["items"][0]["draft"]["differs"] is False
    assert (await clinic.ana.get(f"/flows/{flow}/versions/9")).json()["code"] == "flow_version_not_found"
    assert (await clinic.ana.get(f"/flows/{flow}/versions/1/diff?to=9")).status_code == 404
    assert (await clinic.ana.get(f"/flows/{flow}/versions/1/diff?to=ontem")).status_code == 422


async def test_every_act_leaves_its_trace(clinic: Desk) -> None:
    bot = await clinic.bot()
    flow = await clinic.flow()
    await clinic.publish(flow)
    await clinic.ana.post(f"/flows/{flow}/versions/1/restore", {"revision": 1})
    await clinic.ana.patch(f"/bots/{bot}", {"keywords": ["oi"]})
    await clinic.ana.post(f"/flows/{flow}/archive")
    entries = (await clinic.ana.get("/audit")).json()["items"]
    acts = {entry["action"]: entry for entry in entries}
    assert {
        "flows.created",
        "flows.published",
        "flows.restored",
        "flows.archived",
        "bots.created",
        "bots.changed",
    } <= set(acts)
    assert acts["flows.published"]["detail"]["number"] == 1
    assert acts["bots.changed"]["detail"] == {"fields": ["keywords"]}


async def test_what_is_in_use_is_not_put_away(clinic: Desk) -> None:
    bot = await clinic.bot()
    entry = await clinic.flow(bot_id=bot)
    called = await clinic.flow(name="Sub")
    await clinic.publish(called)
    calls = {"type": "RUN_FLOW", "options": {"flow": called}, "exits": {"next": "fim"}}
    caller = await clinic.flow({**HELLO, "nodes": {"inicio": calls, "fim": {"type": "end"}}}, name="Quem chama")
    await clinic.publish(caller)
    used = await clinic.ana.post(f"/flows/{entry}/archive")
    assert (used.status_code, used.json()["data"]) == (409, {"bots": ["Recepção"], "flows": []})
    used = await clinic.ana.post(f"/flows/{called}/archive")
    assert (used.status_code, used.json()["data"]) == (409, {"bots": [], "flows": ["Quem chama"]})
    assert (await clinic.ana.post(f"/flows/{caller}/archive")).status_code == 204
    assert (await clinic.ana.post(f"/flows/{called}/archive")).status_code == 204
    assert (await clinic.ana.get(f"/flows/{called}")).status_code == 404
    assert (await clinic.ana.post(f"/flows/{called}/archive")).status_code == 404
    assert len((await clinic.ana.get("/flows")).json()["items"]) == 1


async def test_a_call_of_a_flow_that_nobody_published_stops_a_publication(clinic: Desk) -> None:
    called = await clinic.flow(name="Sub")
    calls = {"type": "run_flow", "options": {"flow": called}, "exits": {"next": "fim"}}
    caller = await clinic.flow({**HELLO, "nodes": {"inicio": calls, "fim": {"type": "end"}}})
    shown = (await clinic.ana.get(f"/flows/{caller}")).json()["problems"]
    assert [one["code"] for one in shown if one["severity"] == "error"] == ["unknown_flow"]
    refused = await clinic.ana.post(f"/flows/{caller}/publish", {"revision": 1})
    assert refused.json()["code"] == "flow_has_problems"
    await clinic.publish(called)
    await clinic.publish(caller)
    tried = await clinic.ana.post(f"/flows/{caller}/simulate", {"input": {"kind": "message", "text": "oi"}})
    assert tried.json()["said"][0]["text"] == "Oi! Qual é o seu nome?"
    assert tried.json()["path"] == ["inicio"]
    assert len(tried.json()["whole_path"]) == 3


async def test_bots_begin_only_where_they_may(clinic: Desk) -> None:
    one, other = await clinic.bot(name="Um"), await clinic.bot(name="Outro")
    flow = await clinic.flow(bot_id=one)
    refused = await clinic.ana.patch(f"/bots/{other}", {"entry_flow_id": flow})
    assert (refused.status_code, refused.json()["code"]) == (422, "flow_of_another_bot")
    shared = await clinic.flow(name="Comum")
    changed = await clinic.ana.patch(
        f"/bots/{other}", {"entry_flow_id": shared, "is_fallback": True, "session_minutes": 60}
    )
    assert (changed.json()["entry_flow_name"], changed.json()["is_fallback"]) == ("Comum", True)
    assert [bot["is_fallback"] for bot in (await clinic.ana.get("/bots")).json()["items"]] == [False, True]
    cleared = await clinic.ana.patch(f"/bots/{other}", {"entry_flow_id": None})
    assert cleared.json()["entry_flow_id"] is None
    for bad in (
        {"bubble_window_ms": -1},
        {"session_minutes": 0},
        {"keywords": ["x" * 61]},
        {"name": ""},
        {"language": "xx"},
    ):
        assert (await clinic.ana.patch(f"/bots/{other}", bad)).status_code == 422, bad


def deep(levels: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for _ in range(levels):
        found = {"a": found}
    return found


@pytest.mark.parametrize(
    ("definition", "why"),
    [
        ('{"nodes": 1e999}', "number"),
        ('{"nodes": NaN}', "number"),
        ('{"nodes": 123456789012345678901234567890}', "number"),
        (json.dumps(deep(60)), "too_deep"),
        (json.dumps({"nodes": [0] * 70_000}), "too_large"),
        (json.dumps({"nodes": {"a": {"type": "message", "options": {"text": "{{a}}" * 6_000}}}}), "too_large"),
    ],
)
async def test_what_no_database_keeps_is_refused(clinic: Desk, definition: str, why: str) -> None:
    flow = await clinic.flow()
    body = f'{{"revision": 1, "definition": {definition}}}'
    answer = await clinic.ana.request(
        "PUT", f"/flows/{flow}/draft", content=body.encode(), headers={"content-type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "definition_refused"), answer.text
    assert answer.json()["data"] == {"why": why}


async def test_hostile_text_is_kept_as_far_as_it_can_be(clinic: Desk) -> None:
    flow = await clinic.flow()
    body = json.dumps({"revision": 1, "definition": {**saying("a\x00b\ud800c<script>")}, "name": "Olá"})
    answer = await clinic.ana.request(
        "PUT", f"/flows/{flow}/draft", content=body.encode(), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 200, answer.text
    text = (await clinic.ana.get(f"/flows/{flow}")).json()["definition"]["nodes"]["tchau"]["options"]["text"]
    assert text == "ab\ufffdc<script>"
    bad_name = json.dumps({"revision": 2, "definition": {}, "name": "a\x00"})
    answer = await clinic.ana.request(
        "PUT", f"/flows/{flow}/draft", content=bad_name.encode(), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422


async def test_a_body_of_a_hundred_thousand_brackets_hurts_nobody(clinic: Desk) -> None:
    flow = await clinic.flow()
    answer = await clinic.ana.request(
        "PUT", f"/flows/{flow}/draft", content=b"[" * 100_000, headers={"content-type": "application/json"}
    )
    assert answer.status_code in (400, 422), answer.text


async def test_the_worst_definition_that_is_taken_in_stops_nobody_else(clinic: Desk) -> None:
    """As many expressions as there may be, each with a name of its own that nobody knows, beside as many known ones."""
    nodes = {
        f"n{at}": {
            "type": "message",
            "options": {"text": "".join(f"{{{{um_nome_comprido_{at}_{of}}}}}" for of in range(10))},
        }
        for at in range(490)
    }
    worst = {
        **HELLO,
        "entry": "n0",
        "nodes": nodes,
        "variables": {f"um_outro_nome_longo_{at}": {} for at in range(190)},
    }
    done = asyncio.Event()
    waits: list[float] = []

    async def others() -> None:
        while not done.is_set():
            begun = asyncio.get_running_loop().time()
            assert (await clinic.ana.get("/bots")).status_code == 200
            waits.append(asyncio.get_running_loop().time() - begun)

    async with asyncio.TaskGroup() as group:
        group.create_task(others())
        answer = await clinic.ana.post("/flows/check", {"definition": worst})
        done.set()
    assert answer.status_code == 200
    assert len(waits) > 3, "others had their answers while it was checked"


async def test_what_is_published_twice_is_one_version(clinic: Desk) -> None:
    """The answer to the first was lost on its way, and the browser asked again."""
    flow = await clinic.flow()
    order = {"revision": 1, "sessions": "stay"}
    numbers = [(await clinic.ana.post(f"/flows/{flow}/publish", order)).json()["number"] for _ in range(2)]
    assert numbers == [1, 1]
    assert len((await clinic.ana.get(f"/flows/{flow}/versions")).json()["items"]) == 1
