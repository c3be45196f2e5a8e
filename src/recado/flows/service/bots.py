"""How are bots set up?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from recado.flows.errors import BotNotFound, FlowNotFound, FlowOfAnotherBot
from recado.flows.models import BotId, BotSettings, FlowId
from recado.flows.store import bots as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id
from recado.organizations.models import Scope
from recado.organizations.service import audit

MOST_BOTS = 200


async def list_bots(tx: Transaction) -> list[BotSettings]:
    """Return the bots of the organization, oldest first."""
    return await store.list_bots(tx, MOST_BOTS)


async def create_bot(
    tx: Transaction, scope: Scope, *, name: str, keywords: Sequence[str], changes: Mapping[str, Any]
) -> BotSettings:
    """Store a bot; the first of an organization answers where nothing else matches."""
    id_ = BotId(new_id())
    await store.insert_bot(tx, id_, name, _clean(keywords), "")
    await audit(tx, scope, "bots.created", subject=("bot", id_))
    return await change_bot(tx, scope, id_, changes)


async def change_bot(tx: Transaction, scope: Scope, bot: BotId, changes: Mapping[str, Any]) -> BotSettings:
    """Write the settings that are named (fields of `BotSettings`) and return them all.

    Raises `BotNotFound`, `FlowNotFound`, `FlowOfAnotherBot`.
    """
    before = await store.lock_bot(tx, bot)
    if before is None:
        raise BotNotFound(id=str(bot))
    wanted = replace(before, **{name: value for name, value in changes.items() if name != "keywords"})
    if "keywords" in changes:
        wanted = replace(wanted, keywords=_clean(changes["keywords"]))
    wanted = replace(wanted, entry_name=await _name_of_entry(tx, wanted))
    fields = [name for name in _AUDITED if getattr(before, name) != getattr(wanted, name)]
    if fields:
        await store.update_bot(tx, wanted)
        await audit(tx, scope, "bots.changed", subject=("bot", bot), detail={"fields": fields})
    return wanted


async def _name_of_entry(tx: Transaction, bot: BotSettings) -> str:
    if bot.entry is None:
        return ""
    found = await store.bot_of_flow(tx, FlowId(bot.entry))
    if found is None:
        raise FlowNotFound(id=str(bot.entry))
    owner, name = found
    if owner not in (None, bot.id):
        raise FlowOfAnotherBot(flow=str(bot.entry))
    return name


def _clean(keywords: Sequence[str]) -> tuple[str, ...]:
    """The keywords without blanks and repeats, in their order."""
    return tuple(dict.fromkeys(" ".join(word.split()) for word in keywords if word.strip()))


_AUDITED = (
    "name", "entry", "keywords", "bubble_window_ms", "session_minutes", "language", "fallback_text", "is_fallback",
)  # fmt: skip
