"""Does one walk through all routes of the editor come to its end?"""

from __future__ import annotations

from tests.flows.api.house import HELLO, Desk


async def test_a_flow_is_written_tried_published_compared_and_brought_back(clinic: Desk) -> None:
    bot = await clinic.bot(keywords=["oi"])
    flow = await clinic.flow(bot_id=bot)
    listed = (await clinic.ana.get("/flows")).json()["items"]
    assert [(one["id"], one["is_entry"], one["published"], one["errors"]) for one in listed] == [(flow, True, None, 0)]

    tried = await clinic.ana.post(f"/flows/{flow}/simulate", {"input": {"kind": "message", "text": "oi"}})
    assert tried.status_code == 200, tried.text
    assert [one["text"] for one in tried.json()["said"]] == ["Oi! Qual é o seu nome?"]
    assert (tried.json()["path"], tried.json()["waiting_at"]) == (["inicio", "oi"], "oi")
    again = {"session": tried.json()["session"], "input": {"kind": "message", "text": "Bia"}}
    second = (await clinic.ana.post(f"/flows/{flow}/simulate", again)).json()
    assert [one["text"] for one in second["said"]] == ["Prazer, Bia!"]
    assert (second["status"], second["variables"]) == ("ended", {"nome": "Bia"})

    assert (await clinic.publish(flow))["number"] == 1
    preview = (await clinic.ana.get(f"/flows/{flow}/publish-preview")).json()
    assert (preview["next_number"], preview["changes"]) == (2, [])
    changed = {**HELLO, "nodes": {**HELLO["nodes"], "tchau": {"type": "message", "options": {"text": "Até!"}}}}
    saved = await clinic.ana.request("PUT", f"/flows/{flow}/draft", json={"revision": 1, "definition": changed})
    assert (saved.status_code, saved.json()["revision"]) == (200, 2)
    assert (await clinic.publish(flow, note="Mais curto"))["number"] == 2

    versions = (await clinic.ana.get(f"/flows/{flow}/versions")).json()["items"]
    assert [(one["number"], one["note"], one["by_name"]) for one in versions] == [
        (2, "Mais curto", "ana"),
        (1, "", "ana"),
    ]
    first = (await clinic.ana.get(f"/flows/{flow}/versions/1")).json()
    assert first["definition"]["nodes"]["tchau"]["options"]["text"] == "Prazer, {{ nome }}!"
    assert (await clinic.ana.get(f"/flows/{flow}/versions/1/diff?to=2")).json()["changes"]
    back = await clinic.ana.post(f"/flows/{flow}/versions/1/restore", {"revision": 2})
    assert (back.status_code, back.json()["revision"]) == (200, 3)

    for path in ("tests", "analytics", "export", "export?format=json"):
        assert (await clinic.ana.get(f"/flows/{flow}/{path}")).status_code == 200, path
    text = (await clinic.ana.get(f"/flows/{flow}/export")).text
    imported = await clinic.ana.post("/flows/import", {"format": "yaml", "text": text})
    assert imported.status_code == 201, imported.text
    assert (await clinic.ana.post(f"/flows/{imported.json()['id']}/archive")).status_code == 204
    assert (await clinic.ana.get("/node-types")).json()["items"]
    assert (await clinic.ana.get("/flow-templates")).status_code == 200
