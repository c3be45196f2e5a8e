"""What becomes of a message after the provider has taken it: sent, delivered, read, played, or failed?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus

import aiohttp

from recado_simulator.accounts import Account
from recado_simulator.delivery import Deliverer, Event
from recado_simulator.media_store import MOST_BYTES, MediaStore, kind_of
from recado_simulator.outgoing import MediaRef
from recado_simulator.phones import Phone
from recado_simulator.pricing import price_of, with_charge
from recado_simulator.shapes import Json
from recado_simulator.threads import RANK, Message
from recado_simulator.webhook_post import WebhookPoster
from recado_simulator.webhook_values import status_value
from recado_simulator.world import World

_LINK_PATIENCE = aiohttp.ClientTimeout(total=10, sock_connect=3)


@dataclass(frozen=True, slots=True)
class Fate:
    """What was already decided when the message was taken: a later failure, or a file to fetch first."""

    failure: tuple[int, str] | None = None
    media: MediaRef | None = None


class Lifecycle:
    """Moves messages along and tells their business."""

    def __init__(self, world: World, deliverer: Deliverer, poster: WebhookPoster) -> None:
        self._world = world
        self._deliverer = deliverer
        self._poster = poster

    def begin(self, message: Message, fate: Fate, *, after_s: float = 0.0) -> None:
        """Start the statuses of a message that was just taken."""
        if fate.failure is None and fate.media is not None and fate.media.link is not None:
            self._world.timers.spawn(self._fetch_then_send(message, fate.media))
        elif fate.failure is not None:
            wait = after_s + self._world.pick_s(self._world.habits.sent_ms)
            self._world.timers.later(wait, lambda: self.fail(message.id, fate.failure or (131000, "")))
        else:
            self._send(message, after_s)

    def fail(self, message_id: str, failure: tuple[int, str]) -> None:
        error = {"code": failure[0], "details": failure[1]}
        message = self._world.threads.advance(message_id, "failed", error=error)
        if message is not None:
            self._tell(message, "failed", failure=failure)

    def arrive(self, message_id: str) -> None:
        """The message reaches the phone."""
        message = self._world.threads.advance(message_id, "delivered")
        if message is None:
            return
        phone = self._world.phones.take(message.phone)
        self._charge(message)
        skipped = phone.auto_read and self._world.happens(self._world.habits.skip_delivered_share)
        if not skipped:
            self._tell(message, "delivered")
        if phone.auto_read:
            wait = self._world.pick_s(self._world.habits.read_ms)
            self._world.timers.later(wait, lambda: self.read(message.id))

    def read(self, message_id: str) -> None:
        message = self._world.threads.advance(message_id, "read")
        if message is not None:
            self._tell(message, "read")

    def play(self, message_id: str) -> None:
        message = self._world.threads.advance(message_id, "played")
        if message is not None:
            self._tell(message, "played")

    def read_thread(self, account: str, phone: str) -> int:
        """The person looks at the thread: everything delivered there becomes read."""
        seen = [one for one in self._world.threads.thread(account, phone) if _is_unread(one)]
        for message in seen:
            if message.status == "sent":
                self._world.threads.advance(message.id, "delivered")
                self._charge(message)
            self.read(message.id)
        return len(seen)

    def come_online(self, phone: Phone) -> None:
        """A phone that was off receives what waited for it."""
        for message in self._world.threads.of_phone(phone.number):
            if message.direction == "in" and message.status == "sent":
                self._world.threads.put(replace(message, shown=True))
                self.arrive(message.id)

    def _send(self, message: Message, after_s: float) -> None:
        habits = self._world.habits
        sent = after_s + self._world.pick_s(habits.sent_ms)
        delivered = max(sent, after_s + self._world.pick_s(habits.delivered_ms))
        phone = self._world.phones.take(message.phone)
        if phone.online and self._world.happens(habits.swap_share):
            self._world.timers.later(sent, lambda: self.arrive(message.id))
            self._world.timers.later(delivered, lambda: self._tell(message, "sent"))
            return
        self._world.timers.later(sent, lambda: self._leave(message))
        if phone.online:
            self._world.timers.later(delivered, lambda: self.arrive(message.id))

    def _leave(self, message: Message) -> None:
        self._world.threads.advance(message.id, "sent")
        self._tell(message, "sent")

    def _tell(self, message: Message, status: str, *, failure: tuple[int, str] | None = None) -> None:
        account = self._world.accounts.get(message.account)
        if account is None or message.content.get("from_app"):
            return
        phone = self._world.phones.take(message.phone)
        priced = status in {"sent", "delivered"} and "pricing" in message.content
        value = status_value(
            account,
            phone,
            message,
            status=status,
            timestamp=self._world.timestamp(),
            pricing=message.content["pricing"] if priced else None,
            failure=failure,
        )
        self._deliverer.submit(Event(account.phone_number_id, "messages", value, phone=phone.number))

    def _charge(self, message: Message) -> None:
        account = self._world.accounts.get(message.account)
        pricing = message.content.get("pricing")
        if account is not None and pricing:
            self._world.accounts.save(with_charge(account, pricing, now=self._world.clock.now()))

    async def _fetch_then_send(self, message: Message, ref: MediaRef) -> None:
        """The provider fetches a link itself, after it has said 200; what it cannot fetch becomes 131053."""
        account = self._world.accounts.get(message.account)
        if account is None:
            return
        found = await self._fetch(account, ref) if self._world.habits.fetch_links else {"link": ref.link}
        if isinstance(found, str):
            self.fail(message.id, (131053, found))
            return
        current = self._world.threads.get(message.id) or message
        phone = self._world.phones.take(message.phone)
        self._world.threads.put(
            replace(current, content={**current.content, "media": found}, shown=phone.online),
        )
        self._send(message, 0.0)

    async def _fetch(self, account: Account, ref: MediaRef) -> Json | str:
        most = MOST_BYTES[ref.kind]
        try:
            async with self._poster.session.get(ref.link or "", timeout=_LINK_PATIENCE) as answer:
                mime_type = answer.headers.get("Content-Type", "")
                if answer.status != HTTPStatus.OK or not mime_type:
                    return f"The link answered {answer.status} with content type {mime_type or 'missing'}."
                raw = await answer.content.read(most + 1)
                while len(raw) <= most and (more := await answer.content.read(most + 1 - len(raw))):
                    raw += more
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            return f"The link could not be fetched ({type(error).__name__})."
        if len(raw) > most:
            return f"The {ref.kind} is larger than {most} bytes."
        if ref.kind != "document" and kind_of(mime_type) != ref.kind:
            return f"{mime_type} is not a supported type of {ref.kind}."
        return shown_media(self._world.media, account, ref, raw=raw, mime_type=mime_type)


def shown_media(store: MediaStore, account: Account, ref: MediaRef, *, raw: bytes, mime_type: str) -> Json:
    kept = store.keep(raw, account=account.phone_number_id, mime_type=mime_type, filename=ref.filename)
    return {"id": kept.id, "mime_type": kept.mime_type, "size": kept.size, "filename": ref.filename, "link": ref.link}


def first_price(world: World, account: Account, phone: Phone, category: str) -> Json:
    """The `pricing` object of a message taken now."""
    visit = world.threads.visit(account.phone_number_id, phone.number)
    return price_of(account, visit, category=category, now=world.clock.now())


def _is_unread(message: Message) -> bool:
    return message.direction == "in" and message.shown and 0 < RANK[message.status] < RANK["read"]
