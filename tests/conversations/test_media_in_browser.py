"""Opened in a real browser by somebody who may see it, can a file do anything?"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from playwright.async_api import BrowserContext, Error, async_playwright

from recado.channels.media_types import sniff
from recado.organizations.models import Role
from tests.support.media_desk import media_desk, served
from tests.support.postgres import Clone

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")]

GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00"
    b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


def samples(canary: str) -> dict[str, bytes]:
    """Files that call `canary` if anything in them runs or loads."""
    call = f"fetch('{canary}/ran');new Image().src='{canary}/loaded';document.title='ran'"
    loads = f"<img src='{canary}/loaded' onerror=\"{call}\"><iframe src='{canary}/loaded'></iframe>"
    page = f"<!doctype html><script>{call}</script>{loads}"
    return {
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg" onload="{call}"><image href="{canary}/loaded"/></svg>'.encode(),
        "html": page.encode(),
        "html as text": b"nota fiscal\n" * 30_000 + page.encode() + b"nota fiscal\n" * 30_000,
        "xml": f'<?xml version="1.0"?><?xml-stylesheet href="{canary}/loaded"?><a/>'.encode(),
        "gif and html": GIF + page.encode(),
        "jpeg and html": b"\xff\xd8\xff\xe0" + page.encode(),
        "pdf and html": b"%PDF-1.4\n" + page.encode(),
        "mp4 and html": b"\x00\x00\x00\x20ftypisom" + page.encode(),
    }


@asynccontextmanager
async def listening(hits: list[str]) -> AsyncIterator[str]:
    """A stranger's server that notes who calls, and serves a page of its own to show that it can be called."""

    async def note(request: web.Request) -> web.Response:
        hits.append(request.path)
        body = "<script>fetch('/ran')</script>" if request.path == "/page" else ""
        return web.Response(text=body, content_type="text/html", headers={"Access-Control-Allow-Origin": "*"})

    app = web.Application()
    app.router.add_get("/{anything:.*}", note)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def browsing() -> AsyncIterator[BrowserContext]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield await browser.new_context(accept_downloads=True)
        finally:
            await browser.close()


async def opened(context: BrowserContext, url: str) -> str:
    """Go to `url` as to a link that somebody sent; return the title of what is shown, or that it was a download."""
    page = await context.new_page()
    try:
        await page.goto(url, wait_until="load")
        await page.wait_for_timeout(150)
        return await page.title()
    except Error as error:
        if "Download is starting" not in str(error) and "ERR_ABORTED" not in str(error):
            raise
        return "download"
    finally:
        await page.close()


async def test_T44_nothing_in_a_file_runs_and_no_request_leaves(database: Clone, tmp_path: Path) -> None:
    hits: list[str] = []
    async with media_desk(database, tmp_path / "media") as desk, served(desk) as port, listening(hits) as canary:
        ana = await desk.sign_in("ana", Role.AGENT)
        media = {
            name: await desk.media(raw, sniff(raw, raw[-65_536:]), f"{name}.html")
            for name, raw in samples(canary).items()
        }
        async with browsing() as context:
            await opened(context, f"{canary}/page")
            assert {path for path in hits if path != "/favicon.ico"} == {"/page", "/ran"}, "the test can see"
            hits.clear()
            await context.set_extra_http_headers({"Authorization": f"Bearer {ana.token}"})
            titles = {
                name: await opened(context, f"http://127.0.0.1:{port}/api/v1/media/{id_}")
                for name, id_ in media.items()
            }
    assert hits == []
    assert {name for name, title in titles.items() if title != "download"} <= {
        "gif and html",
        "jpeg and html",
        "mp4 and html",
    }
    assert "ran" not in titles.values()
