"""What does an operator do in the dashboard, and what does the browser notice that people do not see?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, Page, Request, expect

from tests.journeys.house import House

# Every journey: in a browser, in the one worker and the one event loop that hold the product.
JOURNEY = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Written down by the page itself, as people cannot see them: refused content, and scripts that a message has started.
_WATCH = """
window.__seen = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.__seen.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...all) => { window.__seen.push(`${name}: ${all.join()}`); return null; };
window.__ran = (...all) => window.__seen.push(`ran: ${all.join()}`);
"""


@dataclass
class Notes:
    """What one browser did behind its pages: strangers it called, dialogs, errors."""

    own: str
    strangers: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        async def close(dialog: Any) -> None:
            self.dialogs.append(dialog.message)
            await dialog.dismiss()

        page.on("dialog", close)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if _is_trouble(said.type, said.text) else None)

    def note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"blob", "data"} and f"{parts.scheme}://{parts.netloc}" != self.own:
            self.strangers.append(request.url)


def _is_trouble(kind: str, text: str) -> bool:
    # A request that failed stands in the console too; the tests that cut the line would trip over their own doing.
    return kind == "error" and not text.startswith("Failed to load resource")


@dataclass(slots=True)
class Desk:
    """One operator at one browser."""

    house: House
    context: BrowserContext
    page: Page
    notes: Notes
    token: str = ""

    async def ask(self, method: str, path: str, body: Any = None, *, headers: dict[str, str] | None = None) -> Any:
        """Ask the API as this operator; the JSON of an answer that is not a refusal."""
        all_headers = {"authorization": f"Bearer {self.token}", **(headers or {})}
        answer = await self.context.request.fetch(f"/api/v1/{path}", method=method, data=body, headers=all_headers)
        assert answer.ok, f"{path}: {await answer.text()}"
        return await answer.json() if await answer.body() else None

    async def open(self, path: str = "/whatsapp/conversas") -> None:
        await self.page.goto(path)  # below the base address of the context

    def at(self, test_id: str) -> Locator:
        return self.page.get_by_test_id(test_id)

    def row(self, name: str) -> Locator:
        return self.at("conversation-row").filter(has_text=name)

    def message(self, text: str, *, direction: str = "") -> Locator:
        which = f'[data-direction="{direction}"]' if direction else ""
        return self.page.locator(f'[data-testid="message"]{which}').filter(has_text=text)

    async def open_conversation(self, name: str, *, tab: str = "waiting") -> None:
        await self.at(f"tab-{tab}").click()
        await self.row(name).click()
        await expect(self.at("thread")).to_be_visible()

    async def write(self, text: str) -> None:
        await self.at("composer-text").fill(text)
        await self.at("composer-text").press("Enter")

    async def seen(self) -> list[str]:
        """What the page noticed of refused content and of scripts that should not have run."""
        found: list[str] = await self.page.evaluate("window.__seen ?? []")
        return found


async def sit_down(browser: Browser, house: House, email: str = "", **context: Any) -> Desk:
    """Open a browser of its own for a person of the demo organization, and sign in without the form."""
    opened = await browser.new_context(base_url=house.url, locale="pt-BR", accept_downloads=True, **context)
    opened.set_default_timeout(20_000)
    await opened.add_init_script(_WATCH)
    notes = Notes(house.url)
    opened.on("page", notes.watch)
    opened.on("request", notes.note_request)
    desk = Desk(house, opened, await opened.new_page(), notes)
    if email != "nobody":
        body = {"email": email or house.email, "password": house.password}
        desk.token = (await desk.ask("POST", "session", body))["access_token"]
    return desk
