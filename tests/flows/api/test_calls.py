"""Does the editor know the organization's secrets by name, and stop a publication that could never work?"""

from __future__ import annotations

from typing import Any

from tests.flows.api.house import Desk

API = "https://api.exemplo.com.br"


def calling(url: str) -> dict[str, Any]:
    header = {"name": "Authorization", "value": "Bearer ", "secret": "token_erp"}
    nodes = {
        "inicio": {"type": "start", "exits": {"next": "chama"}},
        "chama": {
            "type": "api_call",
            "options": {"url": url, "headers": [header]},
            "exits": {"next": "fim", "error": "fim"},
        },
        "fim": {"type": "end"},
    }
    return {"format": 1, "id": "x", "name": "Chamada", "entry": "inicio", "nodes": nodes}


async def test_a_flow_is_published_once_its_secret_is_there_for_its_address(clinic: Desk) -> None:
    flow = await clinic.flow(calling(f"{API}/v1"))
    refused = await clinic.ana.post(f"/flows/{flow}/publish", {"revision": 1, "sessions": "stay"})
    assert refused.status_code == 422, refused.text
    problems = (await clinic.ana.get(f"/flows/{flow}")).json()["problems"]
    assert [(one["code"], one["node"], one["severity"]) for one in problems] == [("unknown_secret", "chama", "error")]
    assert problems[0]["sentence"] == "O segredo “token_erp” não existe nesta organização."

    kept = await clinic.ana.post("/secrets", {"name": "token_erp", "value": "canario-1", "origins": [API]})
    assert kept.status_code == 201
    moved = {"definition": calling("https://ladrao.com.br/"), "flow_id": flow}
    elsewhere = (await clinic.ana.post("/flows/check", moved)).json()["problems"]
    assert [one["code"] for one in elsewhere] == ["secret_elsewhere"]
    assert API in elsewhere[0]["sentence"]
    unsaved = (await clinic.ana.post("/flows/check", {"definition": calling("https://ladrao.com.br/")})).json()[
        "problems"
    ]
    assert [one["code"] for one in unsaved] == ["secret_elsewhere"]
    published = await clinic.ana.post(f"/flows/{flow}/publish", {"revision": 1, "sessions": "stay"})
    assert published.status_code == 200, published.text
    read = await clinic.ana.get(f"/flows/{flow}")
    assert "canario-1" not in read.text


async def test_a_simulated_call_shows_names_and_no_values(clinic: Desk) -> None:
    await clinic.ana.post("/secrets", {"name": "token_erp", "value": "canario-1", "origins": [API]})
    flow = await clinic.flow(calling(f"{API}/v1"))
    told = await clinic.ana.post(
        f"/flows/{flow}/simulate", {"session": None, "input": {"kind": "message", "text": "oi"}}
    )
    assert told.status_code == 200, told.text
    asked = told.json()["ask"]
    assert asked["kind"] == "http"
    assert asked["request"]["headers"] == [{"name": "Authorization", "value": "Bearer ", "secret": "token_erp"}]
    assert "canario-1" not in told.text
