"""Does a real browser keep and send back our cookies on the addresses people really use, without TLS on their own machine?"""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator

import pytest
from granian.constants import Interfaces
from granian.server.embed import Server
from playwright.async_api import async_playwright

from recado.organizations.models import Role
from tests.support.access import DEVICE, PASSWORD, REFRESH, Office

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
CALL = """async ([method, path, body, token]) => {
    const headers = {...(body ? {"content-type": "application/json"} : {}), ...(token ? {authorization: "Bearer " + token} : {})};
    const answer = await fetch("/api/v1" + path, {method, headers, body: body ? JSON.stringify(body) : undefined});
    return [answer.status, answer.status === 204 ? null : await answer.json()];
}"""


@pytest.fixture
async def port(house: Office) -> AsyncIterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    server = Server(house.app, address="127.0.0.1", port=number, interface=Interfaces.ASGI)
    serving = asyncio.create_task(server.serve())
    for _ in range(100):
        try:
            _reader, writer = await asyncio.open_connection("127.0.0.1", number)
            writer.close()
            break
        except OSError:
            await asyncio.sleep(0.05)
    yield number
    server.stop()  # type: ignore[no-untyped-call]
    await serving


@pytest.mark.browser
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_t26_a_real_browser_signs_in_refreshes_and_signs_out(house: Office, port: int, host: str) -> None:
    assert CHROMIUM is not None, "Chromium is part of the tests"
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = await (await browser.new_context()).new_page()
        await page.goto(f"http://{host}:{port}/api/v1/openapi.json")
        credentials = {"email": "ana@clinica.test", "password": PASSWORD}
        status, signed_in = await page.evaluate(CALL, ["POST", "/session", credentials, None])
        assert status == 200, signed_in
        assert await page.evaluate("document.cookie") == "", "no script can read them"
        kept = {one["name"]: one for one in await page.context.cookies()}
        assert set(kept) == {REFRESH, DEVICE}
        assert all(one["httpOnly"] and one["secure"] and one["sameSite"] == "Strict" for one in kept.values())
        await page.reload()
        status, fresh = await page.evaluate(CALL, ["POST", "/session/refresh", None, None])
        assert (status, fresh["user"]["email"]) == (200, "ana@clinica.test")
        status, _nothing = await page.evaluate(CALL, ["DELETE", "/session", None, fresh["access_token"]])
        assert status == 204
        assert {one["name"] for one in await page.context.cookies()} == {DEVICE}
        status, problem = await page.evaluate(CALL, ["POST", "/session/refresh", None, None])
        assert (status, problem["code"]) == (401, "session_ended")

        await page.evaluate(CALL, ["POST", "/session", credentials, None])
        foreign = await page.context.new_page()
        await foreign.goto("data:text/html,<form method=post></form>")
        async with foreign.expect_navigation():
            await foreign.evaluate(
                "to => { const f = document.forms[0]; f.action = to; f.submit(); }",
                f"http://{host}:{port}/api/v1/session/refresh",
            )
        assert "foreign_origin" in await foreign.content()
        await browser.close()
