"""How does what a caller asks of a list become what is looked for?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Query

from recado.conversations.api.context import viewer_of
from recado.conversations.rules.finding import read_query
from recado.conversations.schemas.inbox import InboxFilter
from recado.conversations.store.choosing import Wanted
from recado.foundation.pages import read_cursor
from recado.foundation.text import fold
from recado.organizations.models import Scope

_NOBODY = UUID(int=0)


def filter_of(
    state: Literal["active", "waiting", "archived"] | None = None,
    q: Annotated[str, Query(max_length=200)] = "",
    assignee: Annotated[str, Query(max_length=40)] = "",
    answerer: Literal["flow", "agent", "person"] | None = None,
    team_id: UUID | None = None,
    tag: Annotated[str, Query(max_length=60)] = "",
    channel_id: UUID | None = None,
    unread: bool = False,
    waiting_minutes: Annotated[int, Query(ge=0, le=86_400)] = 0,
    since: datetime | None = None,
    until: datetime | None = None,
) -> InboxFilter:
    """Read the filter that stands in the address."""
    return InboxFilter(
        state=state, q=q, assignee=assignee, answerer=answerer, team_id=team_id, tag=tag, channel_id=channel_id,
        unread=unread, waiting_minutes=waiting_minutes, since=since, until=until,
    )  # fmt: skip


FilterOf = Annotated[InboxFilter, Depends(filter_of)]


def wanted_of(filter_: InboxFilter, scope: Scope, now: datetime, *, cursor: str = "", limit: int = 30) -> Wanted:
    """Return what is looked for; an assignee that is no id is nobody's, and finds nothing."""
    waiting = now - timedelta(minutes=filter_.waiting_minutes) if filter_.waiting_minutes else None
    return Wanted(
        state=filter_.state, answerer=filter_.answerer, assignee=_assignee(filter_.assignee, scope.actor.id),
        unassigned=filter_.assignee == "none", team=filter_.team_id, tag=fold(filter_.tag) or None,
        channel=filter_.channel_id, unread=filter_.unread, waiting_before=waiting, since=_aware(filter_.since),
        until=_aware(filter_.until), viewer=viewer_of(scope), sought=read_query(filter_.q),
        before=read_cursor(cursor), limit=limit,
    )  # fmt: skip


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


def _assignee(text: str, me: UUID | None) -> UUID | None:
    if text in ("", "none"):
        return None
    if text == "me":
        return me or _NOBODY
    try:
        return UUID(text)
    except ValueError:
        return _NOBODY
