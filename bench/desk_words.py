"""What stands in a desk that has worked for years: people, conversations, a million messages and their terms, by COPY?"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count
from typing import Any
from uuid import UUID

import asyncpg

from recado.conversations.rules.finding import terms_of_person, terms_of_text

ORGANIZATIONS = 50
_STARTS_SAID = (
    "consult agend vacin castr pag cancel marc remarc atend entreg compr vend exam receit orç retorn aval cobr"
)
_ENDS_SAID = "a as ar ei ou ação amento ado ada ando aria aram o os inho"
_COMMON_SAID = (
    "bom dia boa tarde quero obrigado gato cachorro amanhã hoje horário favor preço quanto custa sim não pode"
)
_NAMES_SAID = (
    "Ana João Maria José Thiago Luiz Beatriz Carla Renato Helena Souza Lima Prado Alves Sato Gomes Dias Tavares"
)
_STARTS, _ENDS, _COMMON, _NAMES = (said.split() for said in (_STARTS_SAID, _ENDS_SAID, _COMMON_SAID, _NAMES_SAID))
# As in any language: a few words make most of what is said, and there are thousands of which each is rare.
_RARE = [f"{start}{end}{number or ''}" for number in range(20) for start in _STARTS for end in _ENDS]
_WORDS = [*_COMMON, *_RARE]
_WEIGHTS = list(accumulate(1 / (rank + 3) for rank in range(len(_WORDS))))


class Seeding:
    """Rows of every table, made for one organization after another."""

    def __init__(self, contacts: int, messages: int, *, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._numbers = count(1)
        self.contacts, self.each = contacts, max(1, messages // contacts)
        self.now = datetime.now(UTC)

    def id(self, at: datetime) -> UUID:
        """An id as of that moment: its order is that of the times."""
        milliseconds = int(at.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 0x7 << 76 | 0x8 << 60 | next(self._numbers))

    def text(self) -> str:
        return " ".join(self._random.choices(_WORDS, cum_weights=_WEIGHTS, k=self._random.randint(3, 14)))

    def person(self) -> tuple[str, str]:
        name = " ".join(self._random.sample(_NAMES, 2))
        return name, f"55{self._random.randint(11, 99)}9{self._random.randint(60_000_000, 99_999_999)}"

    def conversation(self, organization: UUID, channel: UUID) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """The rows of one person, their conversation and what was said, each with its table."""
        ended = self.now - timedelta(seconds=self._random.randint(60, 20_000_000))
        contact, conversation = self.id(ended), self.id(ended)
        name, phone = self.person()
        yield "contacts", (organization, contact, name)
        yield (
            "contact_addresses",
            (organization, "phone", f"{phone}{conversation.int % 1000:03d}", phone, contact, "seed"),
        )
        state = self._random.choices(("archived", "active", "waiting"), (90, 8, 2))[0]
        unread = self._random.randint(1, 5) if state != "archived" and self._random.random() < 0.3 else 0
        waiting = ended if state == "waiting" else None
        yield (
            "conversations",
            (organization, conversation, channel, contact, state, ended, ended, waiting, unread, phone),
        )
        newest: dict[str, UUID] = {}
        for number in range(self.each):
            at = ended - timedelta(seconds=60 * (self.each - number))
            message, said = self.id(at), self.text()
            direction, author = ("in", "contact") if number % 2 else ("out", "flow")
            yield (
                "messages",
                (organization, message, conversation, channel, direction, "text", said, author, "read", 60, at),
            )
            newest.update(dict.fromkeys(terms_of_text(said), message))
        of_person = terms_of_person((name,), (phone,), ())
        for term in newest.keys() | of_person:
            yield "message_words", (organization, term, conversation, newest.get(term), term in of_person)


COLUMNS = {
    "contacts": ("organization_id", "id", "name"),
    "contact_addresses": ("organization_id", "kind", "value", "match_key", "contact_id", "evidence"),
    "conversations": (
        "organization_id", "id", "channel_id", "contact_id", "state", "last_message_at", "last_inbound_at", "waiting_since",
        "unread", "reply_wa_id",
    ),
    "messages": (
        "organization_id", "id", "conversation_id", "channel_id", "direction", "type", "text", "author", "status",
        "status_rank", "created_at",
    ),
    "message_words": ("organization_id", "word", "conversation_id", "message_id", "of_person"),
}  # fmt: skip


async def fill(dsn: str, measured: UUID, contacts: int, messages: int) -> None:
    """Fill a database; half of everything lies in the organization that is measured."""
    seeding = Seeding(contacts, messages)
    db = await asyncpg.connect(dsn, command_timeout=1800)
    try:
        await db.execute("set synchronous_commit = off")
        places = await _places(db, measured)
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        for number in range(contacts):
            organization, channel = places[0] if number % 2 else places[1 + number // 2 % (len(places) - 1)]
            for table, row in seeding.conversation(organization, channel):
                rows[table].append(row)
            if number % 1000 == 999 or number == contacts - 1:
                for table, waiting in rows.items():
                    await db.copy_records_to_table(table, records=waiting, columns=COLUMNS[table])
                    waiting.clear()
        await db.execute("vacuum analyze")
        await db.execute("checkpoint")
    finally:
        await db.close()


async def _places(db: asyncpg.Connection, measured: UUID) -> list[tuple[UUID, UUID]]:
    await db.execute(
        "insert into organizations (id, name, slug) select md5('o' || n)::uuid, 'Org ' || n, 'org-' || n"
        " from generate_series(2, $1::int) n", ORGANIZATIONS,
    )  # fmt: skip
    await db.execute(
        "insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash, state)"
        " select id, md5('c' || id)::uuid, 'whatsapp_cloud', 'Outra', 'x' || md5(id::text), '', '', 'disconnected'"
        " from organizations where id <> $1", measured,
    )  # fmt: skip
    found = await db.fetch(
        "select organization_id, id from channels order by (organization_id = $1) desc, id", measured
    )
    return [(row["organization_id"], row["id"]) for row in found]
