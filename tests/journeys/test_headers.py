"""T66: does every answer say how it may be used, and does nothing of a conversation outlive the sign-out?"""

from __future__ import annotations

import re

import aiohttp
from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.house import ROOT, House

pytestmark = JOURNEY

_EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_CANARY = "canário amarelo 4711"


async def kinds_of_answers(desk: Desk) -> list[tuple[str, str, dict[str, str], int]]:
    """Method, path, headers and the status that comes back: one of each kind that the product can give."""
    mine = {"authorization": f"Bearer {desk.token}"}
    who = await desk.ask("GET", "me")
    files = sorted(path.relative_to(ROOT / "dashboard/dist") for path in (ROOT / "dashboard/dist").rglob("*.*"))
    return [
        *(("GET", f"/{path}", {}, 200) for path in files),
        ("GET", "/", {}, 200),
        ("GET", "/whatsapp/conversas", {}, 200),
        ("GET", "/assets/gone-1a2b3c4d.js", {}, 404),
        ("GET", "/%2e%2e/package.json", {}, 200),
        ("GET", "/api/v1/me", mine, 200),
        ("GET", "/api/v1/overview", mine, 200),
        ("GET", "/api/v1/openapi.json", {}, 200),
        ("GET", f"/api/v1/live/org/{who['organization']['id']}", mine, 200),
        ("GET", "/api/v1/me", {}, 401),
        ("GET", "/api/v1/me", {"authorization": "Bearer falso"}, 401),
        ("POST", "/api/v1/session", {}, 422),
        ("POST", "/api/v1/session/refresh", {"origin": "https://stranger.test"}, 403),
        ("GET", "/api/v1/conversations/5511999999999", mine, 404),
        ("GET", "/api/v1/conversations?limit=-1", mine, 422),
        ("GET", "/api/v1/nada", {}, 404),
        ("PUT", "/api/v1/me", mine, 405),
        ("GET", "/health", {}, 200),
        ("GET", "/ready", {}, 200),
        ("GET", "/webhook/whatsapp", {}, 403),
        ("POST", "/webhook/whatsapp", {}, 401),
        ("PUT", "/webhook/whatsapp", {}, 405),
        ("POST", "/webhooks/não-há", {}, 404),
    ]


async def test_T66_every_kind_of_answer_carries_the_headers(sit: Sit, house: House) -> None:
    desk = await sit()
    async with aiohttp.ClientSession(house.url) as http:
        for method, path, headers, status in await kinds_of_answers(desk):
            async with http.request(method, path, headers=headers) as answer:
                at = f"{method} {path} ({answer.status})"
                assert answer.status == status, at
                got = {name.lower(): value for name, value in answer.headers.items()}
                assert _EVERYWHERE.items() <= got.items(), at
                api = path.startswith("/api/")
                assert got.get("cache-control") == "no-store" or not api, at
                page = got["content-type"].startswith("text/html")
                policy = got.get("content-security-policy", "")
                assert "frame-ancestors 'none'" in policy or not (api or page), at
                assert not page or ("script-src 'self';" in policy and "require-trusted-types-for" in policy), at


async def everything_kept(desk: Desk) -> str:
    """All that this browser still holds of the site: the page, its storages and its caches."""
    kept: str = await desk.page.evaluate(
        """async () => {
          const parts = [document.documentElement.outerHTML, document.title, JSON.stringify({ ...localStorage }),
            JSON.stringify({ ...sessionStorage }), JSON.stringify(history.state)];
          for (const name of await caches.keys()) parts.push(name);
          for (const one of await indexedDB.databases()) parts.push(one.name);
          for (const one of await navigator.serviceWorker?.getRegistrations() ?? []) parts.push(one.scope);
          return parts.join("\\n");
        }"""
    )
    return kept


async def test_T66_after_sign_out_nothing_comes_back(sit: Sit, meet: Meet) -> None:
    customer, desk = meet("Alice Canário"), await sit()
    await customer.say(_CANARY)
    await customer.heard("Como posso te ajudar")
    await desk.open("/whatsapp")
    await expect(desk.at("figure-active")).to_be_visible()
    await desk.open(f"/whatsapp/conversas/{customer.number}")
    await expect(desk.message(_CANARY)).to_be_visible()
    await desk.at("composer-text").fill(f"rascunho: {_CANARY}")
    conversation = desk.page.url
    # Away to another site and back: what a browser keeps of a page that was left.
    await desk.page.goto("about:blank")
    await desk.page.go_back()
    await expect(desk.message(_CANARY)).to_be_visible()

    await desk.at("person-menu").click()
    async with desk.page.expect_response("**/api/v1/session") as ended:
        await desk.at("sign-out").click()
    assert (await (await ended.value).header_value("clear-site-data")) == '"cache"'
    await expect(desk.at("signin-email")).to_be_visible()
    secrets = (_CANARY, "Alice Canário", customer.number)
    assert [one for one in secrets if one in await everything_kept(desk)] == []
    for _step in range(4):
        await desk.page.go_back()
        if desk.page.url.startswith(desk.house.url):
            await expect(desk.at("signin-email")).to_be_visible()
            assert [one for one in secrets if one in await everything_kept(desk)] == []
    await desk.page.goto(conversation)
    await expect(desk.at("signin-email")).to_be_visible()
    cookies = {one["name"] for one in await desk.context.cookies()}
    assert [name for name in cookies if "refresh" in name] == []
    renewed = await desk.context.request.post("/api/v1/session/refresh")
    assert renewed.status == 401
    assert (desk.notes.dialogs, desk.notes.strangers) == ([], [])
    assert re.search(r"volta=", desk.page.url), "one may return after signing in again"
