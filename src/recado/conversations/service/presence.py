"""Who looks at a conversation or types in it right now? Nothing of this is stored: it goes by word of mouth and is forgotten."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from recado.foundation.clock import monotonic
from recado.foundation.identifiers import OrganizationId

KIND = "presence"
_LASTS_S = {"looking": 50.0, "typing": 8.0}
"""A browser says so again before that; one that went away without a word is forgotten by then."""
_MOST = 20_000


class Doing(StrEnum):
    """What somebody does in a conversation."""

    LOOKING = "looking"
    TYPING = "typing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Glance:
    """Somebody does something in a conversation."""

    conversation: UUID
    member: UUID
    doing: Doing


def topic(organization: OrganizationId, glance: Glance) -> str:
    """Return what processes tell each other."""
    return f"{KIND}/{organization}/{glance.conversation}/{glance.member}/{glance.doing}"


def read_topic(text: str) -> tuple[OrganizationId, Glance] | None:
    """Read what `topic` wrote; None for any other topic."""
    kind, *parts = text.split("/")
    if kind != KIND or len(parts) != 4:  # noqa: PLR2004 - the four parts of `topic`
        return None
    try:
        organization, conversation, member = (UUID(part) for part in parts[:3])
        return OrganizationId(organization), Glance(conversation, member, Doing(parts[3]))
    except ValueError:
        return None


@dataclass(slots=True)
class Listener:
    """One live stream's share: the newest of each person and conversation since it last looked."""

    wake: asyncio.Event
    _news: dict[tuple[UUID, UUID], Glance] = field(default_factory=dict)

    def hear(self, glance: Glance) -> None:
        """Keep it until the stream looks."""
        self._news[glance.conversation, glance.member] = glance
        self.wake.set()

    def take(self) -> list[Glance]:
        """Return what was heard, and forget it."""
        news, self._news = self._news, {}
        return list(news.values())


class Board:
    """What this process has heard: `hear` is called with every topic, whichever process it comes from."""

    def __init__(self) -> None:
        self._until: dict[OrganizationId, dict[tuple[UUID, UUID], tuple[float, Glance]]] = {}
        self._listeners: dict[OrganizationId, set[int]] = {}
        self._by_number: dict[int, Listener] = {}
        self._count = 0

    def hear(self, text: str) -> None:
        """Take note of a topic."""
        read = read_topic(text)
        if read is None:
            return
        organization, glance = read
        self._remember(organization, glance)
        for number in self._listeners.get(organization, ()):
            self._by_number[number].hear(glance)

    def listen(self, organization: OrganizationId, wake: asyncio.Event) -> tuple[int, Listener]:
        """Return a listener for one organization and the number to forget it by."""
        self._count += 1
        listener = self._by_number[self._count] = Listener(wake)
        self._listeners.setdefault(organization, set()).add(self._count)
        return self._count, listener

    def forget(self, organization: OrganizationId, number: int) -> None:
        """Let a listener go."""
        self._by_number.pop(number, None)
        numbers = self._listeners.get(organization, set())
        numbers.discard(number)
        if not numbers:
            self._listeners.pop(organization, None)

    def who(self, organization: OrganizationId, conversation: UUID) -> list[Glance]:
        """Return who is there now."""
        now = monotonic()
        known = self._until.get(organization, {}).values()
        return [glance for until, glance in known if until > now and glance.conversation == conversation]

    def _remember(self, organization: OrganizationId, glance: Glance) -> None:
        known = self._until.setdefault(organization, {})
        known.pop((glance.conversation, glance.member), None)
        if glance.doing is not Doing.GONE:
            known[glance.conversation, glance.member] = (monotonic() + _LASTS_S[glance.doing], glance)
        if len(known) > _MOST:
            now = monotonic()
            self._until[organization] = {key: one for key, one in known.items() if one[0] > now}
        if not self._until[organization]:
            del self._until[organization]
