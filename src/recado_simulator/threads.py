"""What does each person's phone show of each business, and when did the person last write?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

from recado_simulator.clock import iso
from recado_simulator.journal import Journal
from recado_simulator.live import LiveHub
from recado_simulator.settings import FREE_ENTRY_S, WINDOW_S
from recado_simulator.shapes import Json, without_none

Direction = Literal["in", "out"]
RANK = {"accepted": 0, "sent": 1, "delivered": 2, "read": 3, "played": 4, "failed": 9}
# What a phone keeps of one thread; older bubbles fall out of memory, the ledger still has them.
_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble. `in` came from the business, `out` was written by the person who holds the phone."""

    seq: int
    id: str
    account: str
    phone: str
    direction: Direction
    type: str
    at: float
    status: str
    shown: bool
    content: Json
    reply_to: str | None = None
    token: str | None = None
    reactions: Json = field(default_factory=dict)
    error: Json | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """When a person last wrote to a business, and until when an ad keeps the conversation free."""

    last_inbound_at: float = 0.0
    free_entry_until: float = 0.0

    def window_is_open(self, now: float) -> bool:
        return now < self.last_inbound_at + WINDOW_S or now < self.free_entry_until


class ThreadStore:
    """All threads; whoever listens to a phone hears every change at once."""

    def __init__(self, journal: Journal, live: LiveHub) -> None:
        self._journal = journal
        self._live = live
        self._messages: dict[str, Message] = {}
        self._threads: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._visits: dict[tuple[str, str], Visit] = {}
        self._seq = 0
        for row in sorted((row for _, row in journal.rows("message")), key=lambda row: int(row["seq"])):
            self._remember(Message(**row))
        for key, row in journal.rows("visit"):
            account, _, phone = key.partition("/")
            self._visits[account, phone] = Visit(**row)

    @property
    def last_seq(self) -> int:
        return self._seq

    def next_seq(self) -> int:
        self._seq += 1
        return self._seq

    def get(self, message_id: str) -> Message | None:
        return self._messages.get(message_id)

    def put(self, message: Message) -> Message:
        self._remember(message)
        self._journal.put("message", message.id, asdict(message))
        if message.shown:
            self._live.publish(message.phone, "message", self.shown(message))
        return message

    def advance(self, message_id: str, status: str, *, error: Json | None = None) -> Message | None:
        """Move a message's status forward, never back; None when it is unknown or already there."""
        message = self._messages.get(message_id)
        if message is None or RANK[status] <= RANK[message.status]:
            return None
        shown = message.shown and not (status == "failed" and message.direction == "in")
        return self.put(replace(message, status=status, shown=shown, error=error or message.error))

    def of_phone(self, phone: str, account: str | None = None) -> list[Message]:
        """Every message of a phone, oldest first, also those it never showed."""
        ids = [
            message_id
            for (of_account, of_phone), thread in self._threads.items()
            if of_phone == phone and account in (None, of_account)
            for message_id in thread
        ]
        return sorted((self._messages[one] for one in ids), key=lambda message: message.seq)

    def thread(self, account: str, phone: str) -> list[Message]:
        return [self._messages[one] for one in self._threads.get((account, phone), ())]

    def accounts_of(self, phone: str) -> list[str]:
        """The businesses this phone has a thread with, the most recent first."""
        threads = [(thread[-1], key[0]) for key, thread in self._threads.items() if key[1] == phone and thread]
        return [account for _, account in sorted(threads, key=lambda pair: -self._messages[pair[0]].seq)]

    def last_of(self, phone: str) -> Message | None:
        """The newest bubble on a phone, for a list of chats."""
        messages = (message for message in reversed(self.of_phone(phone)) if message.shown)
        return next(messages, None)

    def visit(self, account: str, phone: str) -> Visit:
        return self._visits.get((account, phone), Visit())

    def note_inbound(self, account: str, phone: str, *, now: float, from_ad: bool = False) -> None:
        before = self.visit(account, phone)
        until = now + FREE_ENTRY_S if from_ad else before.free_entry_until
        self._save_visit(account, phone, Visit(now, until))

    def close_window(self, account: str, phone: str) -> None:
        self._save_visit(account, phone, Visit())

    def move(self, old: str, new: str) -> None:
        """Carry all threads of a number over to the person's new number."""
        for message in self.of_phone(old):
            self._journal.put("message", message.id, asdict(replace(message, phone=new)))
            self._messages[message.id] = replace(message, phone=new)
        for key in [key for key in self._threads if key[1] == old]:
            self._threads[key[0], new] = self._threads.pop(key) + self._threads.get((key[0], new), [])
        for key in [key for key in self._visits if key[1] == old]:
            self._save_visit(key[0], new, self._visits.pop(key))

    def clear(self) -> None:
        self._messages, self._visits = {}, {}
        self._threads.clear()

    def shown(self, message: Message) -> Json:
        """The message as the control API and the phone page see it; `quoted` is the bubble it answers."""
        quoted = self._messages.get(message.reply_to) if message.reply_to else None
        return without_none(
            seq=message.seq,
            id=message.id,
            account=message.account,
            phone=message.phone,
            direction=message.direction,
            type=message.type,
            at=iso(message.at),
            status=message.status,
            **{"text": "", "buttons": [], "sections": [], **message.content},
            reply_to=message.reply_to,
            quoted=_quote(quoted) if quoted else None,
            reactions=[{"by": by, "emoji": emoji} for by, emoji in message.reactions.items()],
            error=message.error,
            biz_opaque_callback_data=message.token,
        )

    def many_shown(self, messages: Iterable[Message]) -> list[Json]:
        return [self.shown(message) for message in messages]

    def _save_visit(self, account: str, phone: str, visit: Visit) -> None:
        self._visits[account, phone] = visit
        self._journal.put("visit", f"{account}/{phone}", asdict(visit))

    def _remember(self, message: Message) -> None:
        thread = self._threads[message.account, message.phone]
        if message.id not in self._messages:
            thread.append(message.id)
            self._seq = max(self._seq, message.seq)
        self._messages[message.id] = message
        if len(thread) > _KEPT:
            gone = thread.pop(0)
            self._messages.pop(gone, None)
            self._journal.put("message", gone, None)


def _quote(message: Message) -> Json:
    return {"direction": message.direction, "type": message.type, "text": message.content.get("text", "")}
