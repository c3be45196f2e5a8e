"""Does the business really own its callback? Nothing is delivered before it has answered the challenge."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import replace
from http import HTTPStatus

import aiohttp

from recado_simulator.accounts import Account
from recado_simulator.delivery import Deliverer
from recado_simulator.webhook_post import WebhookPoster
from recado_simulator.world import World

_GAPS_S = (0.2, 0.5, 1, 2, 5)
_PATIENCE = aiohttp.ClientTimeout(total=10, sock_connect=3)


class Challenger:
    """Proves callbacks with GET `hub.challenge`, again and again in the background until the product is up."""

    def __init__(self, world: World, poster: WebhookPoster, deliverer: Deliverer) -> None:
        self._world = world
        self._poster = poster
        self._deliverer = deliverer
        self._proving: set[str] = set()

    def prove_later(self, account: Account) -> None:
        """Keep asking until this account's callback answers; its state is seen at `GET /control/accounts`."""
        if account.phone_number_id not in self._proving:
            self._proving.add(account.phone_number_id)
            self._world.timers.spawn(self._prove(account.phone_number_id))

    async def ask(self, callback_url: str, verify_token: str) -> str | None:
        """One challenge: None when the bare number came back with 200, else what was wrong."""
        number = str(secrets.randbelow(9 * 10**9) + 10**9)
        query = {"hub.mode": "subscribe", "hub.challenge": number, "hub.verify_token": verify_token}
        try:
            async with self._poster.session.get(
                callback_url, params=query, timeout=_PATIENCE, allow_redirects=False
            ) as answer:
                body = (await answer.content.read(200)).decode("utf-8", "replace")
                if answer.status != HTTPStatus.OK:
                    return f"answered {answer.status} to the challenge"
                return None if body == number else f"answered {body[:60]!r} instead of the bare challenge"
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            return f"cannot be reached ({type(error).__name__})"

    async def _prove(self, phone_number_id: str) -> None:
        try:
            attempt = 0
            while (account := self._world.accounts.get(phone_number_id)) is not None:
                wrong = await self.ask(account.callback_url, account.verify_token)
                current = self._world.accounts.get(phone_number_id)
                if current is None or current.callback_url != account.callback_url:
                    continue
                self._note(current, wrong)
                if wrong is None:
                    return
                await asyncio.sleep(_GAPS_S[min(attempt, len(_GAPS_S) - 1)])
                attempt += 1
        finally:
            self._proving.discard(phone_number_id)

    def _note(self, account: Account, wrong: str | None) -> None:
        state = wrong or "verified"
        if account.callback_state == state:
            return
        self._world.accounts.save(replace(account, verified=wrong is None, callback_state=state))
        self._world.live.publish_to_all("accounts", {})
        if wrong is None:
            self._deliverer.flush(account.phone_number_id)
