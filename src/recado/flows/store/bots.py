"""How are bots kept?"""

from __future__ import annotations

from collections.abc import Sequence

from recado.flows.models import BotId, BotSettings, FlowId
from recado.foundation.database import Row, Transaction

INSERT_BOT = """
insert into bots (organization_id, id, name, keywords, fallback_text, is_fallback)
values ($1, $2, $3, $4, $5, not exists (select from bots where organization_id = $1 and is_fallback))
"""


async def insert_bot(tx: Transaction, id_: BotId, name: str, keywords: Sequence[str], fallback_text: str) -> None:
    """Store a bot; the first of an organization is its fallback."""
    await tx.execute(INSERT_BOT, tx.organization_id, id_, name, list(keywords), fallback_text)


LIST_BOTS = """
select b.id, b.name, b.entry_flow_id, coalesce(f.name, '') as entry_name, b.keywords, b.bubble_window_ms, b.session_minutes,
       b.language, b.fallback_text, b.is_fallback
from bots b left join flows f on f.organization_id = b.organization_id and f.id = b.entry_flow_id
where b.organization_id = $1 order by b.created_at, b.id limit $2
"""


async def list_bots(tx: Transaction, limit: int) -> list[BotSettings]:
    """Return the bots of the organization, oldest first."""
    return [_settings(row) for row in await tx.fetch(LIST_BOTS, tx.organization_id, limit)]


LOCK_BOT = """
select b.id, b.name, b.entry_flow_id, '' as entry_name, b.keywords, b.bubble_window_ms, b.session_minutes,
       b.language, b.fallback_text, b.is_fallback
from bots b where b.organization_id = $1 and b.id = $2 for no key update
"""


async def lock_bot(tx: Transaction, bot: BotId) -> BotSettings | None:
    """Lock a bot and return its settings."""
    row = await tx.fetchrow(LOCK_BOT, tx.organization_id, bot)
    return None if row is None else _settings(row)


DROP_FALLBACK = "update bots set is_fallback = false where organization_id = $1 and is_fallback and id <> $2"

UPDATE_BOT = """
update bots set name = $3, entry_flow_id = $4, keywords = $5, bubble_window_ms = $6, session_minutes = $7, language = $8,
                fallback_text = $9, is_fallback = $10
where organization_id = $1 and id = $2
"""


async def update_bot(tx: Transaction, bot: BotSettings) -> None:
    """Write the settings; one that becomes the fallback takes the place of the one before."""
    if bot.is_fallback:
        await tx.execute(DROP_FALLBACK, tx.organization_id, bot.id)
    await tx.execute(
        UPDATE_BOT, tx.organization_id, bot.id, bot.name, bot.entry, list(bot.keywords), bot.bubble_window_ms,
        bot.session_minutes, bot.language, bot.fallback_text, bot.is_fallback,
    )  # fmt: skip


BOT_OF_FLOW = "select bot_id, name from flows where organization_id = $1 and id = $2 and archived_at is null"


async def bot_of_flow(tx: Transaction, flow: FlowId) -> tuple[BotId | None, str] | None:
    """Return the bot that a flow belongs to (None: shared) and the flow's name; None where there is no such flow."""
    row = await tx.fetchrow(BOT_OF_FLOW, tx.organization_id, flow)
    return None if row is None else (row["bot_id"], row["name"])


def _settings(row: Row) -> BotSettings:
    return BotSettings(
        row["id"], row["name"], row["entry_flow_id"], row["entry_name"], tuple(row["keywords"]), row["bubble_window_ms"],
        row["session_minutes"], row["language"], row["fallback_text"], row["is_fallback"],
    )  # fmt: skip
