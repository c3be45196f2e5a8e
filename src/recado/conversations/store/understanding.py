"""How are an organization's own phrases, its vocabulary and its settings of the understanding kept?"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from recado.conversations.understanding_models import Settings
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_ids

READ_SETTINGS = "select reading, doubt_below, training_id from understanding_settings where organization_id = $1"


async def settings(tx: Transaction) -> Settings:
    """Return how the organization at hand has its customers understood."""
    row = await tx.fetchrow(READ_SETTINGS, tx.organization_id)
    return Settings() if row is None else Settings(row["reading"], row["doubt_below"], row["training_id"])


SET_READING = """
insert into understanding_settings (organization_id, reading, doubt_below) values ($1, $2, $3)
on conflict (organization_id) do update
set reading = excluded.reading, doubt_below = excluded.doubt_below, changed_at = now()
"""


async def set_reading(tx: Transaction, *, reading: bool, doubt_below: int) -> None:
    """Say whether messages are understood as they arrive, and below how many per cent one is doubted."""
    await tx.execute(SET_READING, tx.organization_id, reading, doubt_below)


CHOOSE_MODEL = """
insert into understanding_settings (organization_id, training_id) values ($1, $2)
on conflict (organization_id) do update set training_id = excluded.training_id, changed_at = now()
"""


async def choose_model(tx: Transaction, training: UUID | None) -> None:
    """Take a version into use; None is the product's own."""
    await tx.execute(CHOOSE_MODEL, tx.organization_id, training)


# What was said before somebody wanted it read stays unread.
SKIP_TO = """
insert into fact_cursors (organization_id, listener, xid, seq) values ($1, $2, $3, $4)
on conflict (organization_id, listener) do update set xid = excluded.xid, seq = excluded.seq
"""


async def skip_to(tx: Transaction, listener: str, xid: int, seq: int) -> None:
    """Have a listener read on from here."""
    await tx.execute(SKIP_TO, tx.organization_id, listener, xid, seq)


READ_CURSOR = "select xid, seq from fact_cursors where organization_id = $1 and listener = $2"


async def read_cursor(tx: Transaction, listener: str) -> Row | None:
    """Return how far a listener has read, without holding it."""
    return await tx.fetchrow(READ_CURSOR, tx.organization_id, listener)


# Whoever else read the same page has moved it meanwhile: then nothing is changed, and what was read is thrown away.
ADVANCE = """
update fact_cursors set xid = $5, seq = $6
where organization_id = $1 and listener = $2 and xid = $3 and seq = $4
"""


async def advance(tx: Transaction, listener: str, was: tuple[int, int], now: tuple[int, int]) -> bool:
    """Move a listener on from where it was; False where another worker did."""
    return await tx.execute(ADVANCE, tx.organization_id, listener, *was, *now) == "UPDATE 1"


# A small table is ranged in memory: its rows are at most a few thousand.
COUNT_PHRASES = "select label, count(*) as n from understanding_phrases where organization_id = $1 group by label"


async def count_phrases(tx: Transaction) -> dict[str, int]:
    """Return how many phrases there are by label."""
    return {row["label"]: row["n"] for row in await tx.fetch(COUNT_PHRASES, tx.organization_id)}


LIST_PHRASES = """
select id, label, text, added_at from understanding_phrases
where organization_id = $1 and label = $2 order by id desc limit 300
"""


async def phrases(tx: Transaction, label: str) -> list[Row]:
    """Return the phrases of a label, the newest first."""
    return await tx.fetch(LIST_PHRASES, tx.organization_id, label)


ALL_PHRASES = "select label, text from understanding_phrases where organization_id = $1 order by id limit 10000"


async def all_phrases(tx: Transaction) -> list[tuple[str, str]]:
    """Return label and text of every phrase, the oldest first."""
    return [(row["label"], row["text"]) for row in await tx.fetch(ALL_PHRASES, tx.organization_id)]


ADD_PHRASES = """
insert into understanding_phrases (organization_id, id, label, text, normal, added_by)
select $1, n.id, $2, n.text, n.normal, $6 from unnest($3::uuid[], $4::text[], $5::text[]) as n(id, text, normal)
on conflict (organization_id, normal) do nothing returning normal
"""


async def add_phrases(tx: Transaction, label: str, texts: Mapping[str, str], by: UUID | None) -> set[str]:
    """Keep phrases by their normal form; return the normal forms that were new."""
    normals = list(texts)
    rows = await tx.fetch(
        ADD_PHRASES, tx.organization_id, label, new_ids(len(normals)), list(texts.values()), normals, by
    )
    return {row["normal"] for row in rows}


REMOVE_PHRASE = "delete from understanding_phrases where organization_id = $1 and id = $2 returning label"


async def remove_phrase(tx: Transaction, id_: UUID) -> str | None:
    """Take a phrase away; return its label, None where there is none."""
    label: str | None = await tx.fetchval(REMOVE_PHRASE, tx.organization_id, id_)
    return label


LIST_WORDS = """
select id, kind, text from understanding_words where organization_id = $1 order by kind, normal, id limit 2000
"""


async def words(tx: Transaction) -> list[Row]:
    """Return the vocabulary."""
    return await tx.fetch(LIST_WORDS, tx.organization_id)


ADD_WORDS = """
insert into understanding_words (organization_id, id, kind, text, normal)
select $1, n.id, $2, n.text, n.normal from unnest($3::uuid[], $4::text[], $5::text[]) as n(id, text, normal)
on conflict (organization_id, kind, normal) do nothing returning normal
"""


async def add_words(tx: Transaction, kind: str, texts: Mapping[str, str]) -> set[str]:
    """Keep words of a kind by their normal form; return the normal forms that were new."""
    normals = list(texts)
    rows = await tx.fetch(ADD_WORDS, tx.organization_id, kind, new_ids(len(normals)), list(texts.values()), normals)
    return {row["normal"] for row in rows}


REMOVE_WORD = "delete from understanding_words where organization_id = $1 and id = $2 returning kind"


async def remove_word(tx: Transaction, id_: UUID) -> str | None:
    """Take a word away; return its kind, None where there is none."""
    kind: str | None = await tx.fetchval(REMOVE_WORD, tx.organization_id, id_)
    return kind
