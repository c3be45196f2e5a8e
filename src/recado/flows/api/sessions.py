"""Where does a conversation stand in its flow?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from recado.conversations.service.verbs import find_seen
from recado.flows.store import running as store
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/conversations/{ref}", tags=["flows"])


class SessionOutput(BaseModel):
    """The newest session of a conversation: its bot and flow, the node it stands at, what it has learned."""

    model_config = ConfigDict(frozen=True)

    bot: str
    flow: str
    node: str
    status: str
    turn: int
    variables: dict[str, Any]
    path: list[str]
    expires_at: datetime


class SessionPage(BaseModel):
    """The session, or none where no flow has answered yet."""

    session: SessionOutput | None


@router.get("/session", operation_id="flows.session")
async def read_session(ref: str, scope: Caller, access: AccessOf) -> SessionPage:
    """Read where the conversation stands in its flow."""
    async with access.database.transaction(scope.organization) as tx:
        row = await store.latest_session(
            tx, await find_seen(tx, ref, None if scope.may("conversations:all") else scope.actor.id)
        )
    if row is None:
        return SessionPage(session=None)
    state = msgspec.json.decode(row["state"])
    return SessionPage(
        session=SessionOutput(
            bot=row["bot_name"],
            flow=row["flow_name"],
            node=row["node"],
            status=row["status"],
            turn=row["turn"],
            variables=state.get("variables") or {},
            path=list(state.get("path") or ()),
            expires_at=row["session_expires_at"],
        )
    )
