"""Who gets which answer from the editor's routes: a stranger, a wrong role, another organization, the right one?"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from recado.organizations.models import Role
from tests.flows.api.house import BROKEN, HELLO, Desk

SOME = str(uuid4())
READ: tuple[tuple[str, str, Any], ...] = (
    ("GET", "/flows", None),
    ("GET", "/flow-templates", None),
    ("GET", "/node-types", None),
    ("GET", "/bots", None),
    ("POST", "/flows/check", {"definition": HELLO}),
    ("GET", "/flows/{flow}", None),
    ("GET", "/flows/{flow}/publish-preview", None),
    ("GET", "/flows/{flow}/versions", None),
    ("GET", "/flows/{flow}/versions/1", None),
    ("GET", "/flows/{flow}/versions/1/diff", None),
    ("POST", "/flows/{flow}/simulate", {"input": {"kind": "start"}}),
    ("GET", "/flows/{flow}/analytics", None),
    ("GET", "/flows/{flow}/tests", None),
    ("POST", "/flows/{flow}/tests/run", {}),
    ("GET", "/flows/{flow}/export", None),
)
WRITE: tuple[tuple[str, str, Any], ...] = (
    ("POST", "/flows", {"name": "Outro"}),
    ("POST", "/flows/import", {"format": "json", "text": "{}"}),
    ("POST", "/bots", {"name": "Outro"}),
    ("PATCH", "/bots/{bot}", {"name": "Outro"}),
    ("PUT", "/flows/{flow}/draft", {"revision": 1, "definition": BROKEN}),
    ("PUT", "/flows/{flow}/tests", {"revision": 1, "text": "x"}),
    ("POST", "/flows/{flow}/publish", {"revision": 1}),
    ("POST", "/flows/{flow}/versions/1/restore", {"revision": 1}),
    ("POST", "/flows/{flow}/archive", None),
)


async def test_a_stranger_gets_nothing(clinic: Desk) -> None:
    stranger = clinic.office.browser()
    for method, path, body in READ + WRITE:
        answer = await stranger.request(method, path.format(flow=SOME, bot=SOME), json=body)
        assert answer.status_code == 401, (method, path, answer.text)


@pytest.mark.parametrize("role", [Role.AGENT, Role.VIEWER])
async def test_a_wrong_role_looks_and_changes_nothing(clinic: Desk, role: Role) -> None:
    bot = await clinic.bot()
    flow = await clinic.flow(bot_id=bot)
    await clinic.publish(flow)
    bia = await clinic.member(role, "bia@clinica.test")
    for method, path, body in READ:
        answer = await bia.request(method, path.format(flow=flow, bot=bot), json=body)
        assert answer.status_code == 200, (method, path, answer.text)
    for method, path, body in WRITE:
        answer = await bia.request(method, path.format(flow=flow, bot=bot), json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_permitted"), (method, path)
    shown = (await clinic.ana.get(f"/flows/{flow}")).json()
    assert (shown["revision"], shown["published"]["number"]) == (1, 1)


async def test_another_organization_does_not_exist(clinic: Desk) -> None:
    garage = await clinic.office.organization("garagem")
    await clinic.office.person("rui@garagem.test", {garage: Role.ORG_ADMIN})
    rui = await clinic.office.signed_in("rui@garagem.test")
    bot = await clinic.bot()
    flow = await clinic.flow(bot_id=bot)
    await clinic.publish(flow)
    for method, path, body in READ + WRITE:
        if "{" not in path:
            continue
        answer = await rui.request(method, path.format(flow=flow, bot=bot), json=body)
        assert answer.status_code == 404, (method, path, answer.text)
    assert (await rui.get("/flows")).json() == {"items": []}
    assert (await rui.get("/bots")).json() == {"items": []}
    assert (await rui.get("/node-types")).json()["flows"] == []
    # Nor can his own flow call hers, begin at it or take her bot.
    his = (await rui.post("/flows", {"name": "Dele"})).json()["id"]
    calls = {
        "format": 1,
        "id": "x",
        "name": "x",
        "entry": "a",
        "nodes": {"a": {"type": "run_flow", "options": {"flow": flow}}},
    }
    tried = (
        await rui.post(f"/flows/{his}/simulate", {"definition": calls, "input": {"kind": "message", "text": "oi"}})
    ).json()
    assert (tried["said"], tried["status"]) == ([], "failed")
    own = (await rui.post("/bots", {"name": "Oficina"})).json()["id"]
    assert (await rui.patch(f"/bots/{own}", {"entry_flow_id": flow})).status_code == 404
    assert (await rui.post("/flows", {"name": "x", "bot_id": bot})).status_code == 404
    assert (await rui.post("/flows/check", {"definition": HELLO, "flow_id": flow})).status_code == 404


async def test_the_right_one_is_listed_with_what_a_list_needs(clinic: Desk) -> None:
    bot = await clinic.bot(name="Recepção", keywords=["  oi ", "oi", "bom  dia"])
    flow = await clinic.flow(BROKEN, name="  Boas-vindas ", bot_id=bot)
    (listed,) = (await clinic.ana.get("/flows")).json()["items"]
    assert listed["name"] == "Boas-vindas"
    assert listed["bot"] == {"id": bot, "name": "Recepção"}
    assert (listed["errors"], listed["is_entry"], listed["published"]) == (1, True, None)
    assert listed["draft"]["changed_by_name"] == "ana"
    assert listed["draft"]["differs"] is True
    (shown,) = (await clinic.ana.get("/bots")).json()["items"]
    assert (shown["keywords"], shown["entry_flow_id"], shown["is_fallback"]) == (["oi", "bom dia"], flow, True)


async def test_a_problem_comes_with_a_sentence_and_a_place(clinic: Desk) -> None:
    found = (await clinic.ana.post("/flows/check", {"definition": BROKEN})).json()
    (dangling,) = found["problems"]
    assert (dangling["code"], dangling["severity"], dangling["node"]) == ("dangling_edge", "error", "inicio")
    assert dangling["sentence"].endswith(".")
    assert [exit["key"] for exit in found["exits"]["inicio"]] == ["next"]


async def test_a_flow_from_a_template_brings_its_cases(clinic: Desk) -> None:
    for template in (await clinic.ana.get("/flow-templates")).json()["items"]:
        made = await clinic.ana.post("/flows", {"name": template["name"], "template": template["key"]})
        flow = made.json()["id"]
        shown = (await clinic.ana.get(f"/flows/{flow}")).json()
        assert (len(shown["definition"]["nodes"]), shown["problems"]) == (template["nodes"], [])
        run = (await clinic.ana.post(f"/flows/{flow}/tests/run")).json()
        assert run["passed"], [case["sentence"] for case in run["cases"]]
    missing = await clinic.ana.post("/flows", {"name": "x", "template": "../index"})
    assert (missing.status_code, missing.json()["code"]) == (404, "flow_template_not_found")
