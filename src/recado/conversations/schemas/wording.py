"""How do rows become what goes over the wire?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from recado.channels.adapter import Adapter
from recado.conversations.models import Author
from recado.conversations.rules import handling as rules
from recado.conversations.schemas import conversations as shapes
from recado.foundation.database import Row
from recado.foundation.phone import shown

_QUOTED = 200


def conversation(row: Row, adapters: Mapping[str, Adapter], now: datetime) -> shapes.ConversationOutput:
    """Word a row of `reading`."""
    handoff = None
    if row["handoff_id"] is not None:
        handoff = shapes.HandoffOutput(
            id=row["handoff_id"], state=row["handoff_state"], reason=row["handoff_reason"],
            priority=row["handoff_priority"], opened_at=row["handoff_opened_at"],
        )  # fmt: skip
    return shapes.ConversationOutput(
        id=row["id"], state=row["state"], state_reason=row["state_reason"], state_since=row["state_since"],
        answerer=row["answerer"],
        assignee=shapes.Named(id=row["assignee_id"], name=row["assignee_name"] or "") if row["assignee_id"] else None,
        team=shapes.Named(id=row["team_id"], name=row["team_name"] or "") if row["team_id"] else None,
        contact=shapes.ContactOutput(
            id=row["contact_id"], name=row["contact_name"], phone=shown(row["reply_wa_id"]),
            opted_out=row["opted_out_at"] is not None,
        ),
        channel=shapes.ChannelShown(
            id=row["channel_id"], name=row["channel_name"], adapter=row["adapter"], number=shown(row["number"]),
            reactions=_reacts(adapters.get(row["adapter"])),
        ),
        bot_id=row["bot_id"], unread=row["unread"],
        last_message=shapes.LastMessage(
            preview=row["last_message_preview"], direction=row["last_message_direction"], at=row["last_message_at"]
        ),
        waiting_since=row["waiting_since"], opened_at=row["opened_at"], archived_at=row["archived_at"],
        previous_id=row["previous_id"], window=_window(row, adapters.get(row["adapter"]), now), handoff=handoff,
    )  # fmt: skip


def message(row: Row, reactions: Sequence[Row]) -> shapes.MessageOutput:
    """Word a line of a thread with the reactions to it."""
    content: dict[str, Any] = msgspec.json.decode(row["content"]) if row["content"] else {}
    failure = msgspec.json.decode(row["failure"]) if row["failure"] else None
    return shapes.MessageOutput(
        id=row["id"], conversation_id=row["conversation_id"], direction=row["direction"], type=row["type"],
        subtype=row["subtype"], text=row["text"], content=content or None, author=row["author"],
        author_name=row["author_name"] or str(content.get("persona") or ""), status=row["status"],
        failure=shapes.FailureOutput(**{name: str(value or "") for name, value in failure.items()}) if failure else None,
        possible_duplicate=bool(content.get("possible_duplicate")), provider_id=row["provider_id"],
        reply_to=_quoted(row), reactions=_latest_reactions(reactions), edited=bool(content.get("edited")),
        revoked=bool(content.get("revoked")), media=[_media(one) for one in msgspec.json.decode(row["media"] or "[]")],
        buttons=list(content.get("buttons") or ()), sections=list(content.get("sections") or ()),
        created_at=row["created_at"], sent_at=row["sent_at"],
    )  # fmt: skip


def _window(row: Row, adapter: Adapter | None, now: datetime) -> shapes.WindowOutput | None:
    hours = adapter.manifest.window_hours if adapter else None
    if hours is None:
        return None
    last = row["last_inbound_at"]
    closes = last + timedelta(hours=hours) - rules.WINDOW_MARGIN if last else None
    return shapes.WindowOutput(open=rules.window_is_open(last, hours, now), closes_at=closes)


def _reacts(adapter: Adapter | None) -> bool:
    return adapter is not None and "reaction" in adapter.manifest.capabilities


def _quoted(row: Row) -> shapes.QuotedOutput | None:
    if not row["reply_to"]:
        return None
    text = row["quoted_text"] or (f"[{row['quoted_type']}]" if row["quoted_type"] else "")
    return shapes.QuotedOutput(id=row["quoted_id"], text=text[:_QUOTED], author=row["quoted_author"] or "")


def _latest_reactions(reactions: Sequence[Row]) -> list[shapes.ReactionOutput]:
    """On a phone each side has one reaction, whoever of the house it was: the newest takes the place of the one before."""
    latest = {row["author"] == Author.CONTACT: row for row in reactions}
    return [shapes.ReactionOutput(emoji=row["emoji"], by=row["author"]) for row in latest.values() if row["emoji"]]


def _media(one: Mapping[str, Any]) -> shapes.MediaOutput:
    return shapes.MediaOutput(**one, url=f"/api/v1/media/{one['id']}")
