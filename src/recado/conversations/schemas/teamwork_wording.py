"""How do rows about work in common become what goes over the wire?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.schemas import teamwork as shapes
from recado.conversations.schemas.conversations import Named
from recado.conversations.teamwork_models import PRESENT_FOR
from recado.foundation.database import Row
from recado.foundation.phone import shown
from recado.foundation.text import clip

_LONGEST_NOTE = 400


def assignment(row: Row) -> shapes.AssignmentOutput:
    """Word one change of hands."""
    return shapes.AssignmentOutput(
        id=row["id"], member=Named(id=row["member_id"], name=row["member_name"] or "") if row["member_id"] else None,
        team=Named(id=row["team_id"], name=row["team_name"] or "") if row["team_id"] else None, actor=row["actor"],
        actor_id=row["actor_id"], by=row["actor_name"], reason=row["reason"], note=row["note"], at=row["at"],
        seen=row["seen_at"] is not None,
    )  # fmt: skip


def desk(people: Sequence[Row], teams: Sequence[Row], me: UUID | None, now: datetime) -> shapes.DeskOutput:
    """Word who is at the desk at `now`."""
    worded = [
        shapes.ColleagueOutput(
            id=row["id"], name=row["name"], role=row["role"], available=row["available"], cap=row["cap"],
            present=row["available"] and row["seen_at"] is not None and now - row["seen_at"] < PRESENT_FOR,
            at_hand=row["at_hand"], team_ids=list(row["teams"]),
        )
        for row in people
    ]  # fmt: skip
    return shapes.DeskOutput(
        me=next((one for one in worded if one.id == me), None), people=worded,
        teams=[shapes.TeamDuty(id=row["id"], name=row["name"], assignment=row["assignment"]) for row in teams],
    )  # fmt: skip


def mention(row: Row) -> shapes.MentionOutput:
    """Word one call by name."""
    return shapes.MentionOutput(
        id=row["id"], conversation_id=row["conversation_id"], message_id=row["message_id"],
        contact_name=row["contact_name"] or shown(row["reply_wa_id"]), by=row["by_name"] or "",
        text=clip(row["text"], _LONGEST_NOTE), at=row["at"], read=row["read_at"] is not None,
    )  # fmt: skip


def quick_reply(row: Row) -> shapes.QuickReplyOutput:
    """Word a quick reply."""
    return shapes.QuickReplyOutput(
        id=row["id"], shared=row["owner_id"] is None, shortcut=row["shortcut"], title=row["title"], text=row["text"],
        uses=row["uses"], last_used_at=row["last_used_at"], changed_at=row["changed_at"],
    )  # fmt: skip
