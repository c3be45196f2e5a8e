"""How do older clients read the desk, under the Portuguese names they know? The same figures and lists as everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from recado.conversations.api.context import PortsOf, viewer_of
from recado.conversations.schemas import conversations as shapes
from recado.conversations.service import overview
from recado.conversations.store import choosing, reading
from recado.conversations.store.choosing import Wanted
from recado.foundation.database import Row
from recado.foundation.pages import read_cursor, write_cursor
from recado.foundation.phone import shown
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/whatsapp-chat", tags=["overview"])

StatusWord = Literal["ativa", "aguardando", "arquivada"]
_STATES: Mapping[StatusWord, str] = {"ativa": "active", "aguardando": "waiting", "arquivada": "archived"}
_WORDS: Mapping[str, StatusWord] = {state: word for word, state in _STATES.items()}


class FunnelStatus(shapes.Output):
    """The figures under the names that older clients know."""

    conversas_ativas: int
    conversas_aguardando: int
    conversas_arquivadas: int
    total: int
    mensagens_hoje: int
    taxa_fechamento: float | None


class Conversa(shapes.Output):
    """A conversation under the names that older clients know. `telefone` is as people read it."""

    id: UUID
    status: StatusWord
    contato: str
    telefone: str
    canal: str
    atendente: str
    nao_lidas: int
    ultima_mensagem: str
    ultima_mensagem_em: datetime
    aguardando_desde: datetime | None


class Conversas(shapes.Output):
    """One page, the newest message first; `total` counts what the caller may see in that status."""

    items: list[Conversa]
    total: int
    next_cursor: str | None


@router.get("/status", operation_id="overview.funnel")
async def read_funnel(scope: Caller, access: AccessOf, ports: PortsOf) -> FunnelStatus:
    """Read the funnel under the names older clients know; the same figures as the overview."""
    async with access.database.transaction(scope.organization) as tx:
        funnel = await overview.read_funnel(tx, ports.clock())
    return FunnelStatus(
        conversas_ativas=funnel.active, conversas_aguardando=funnel.waiting, conversas_arquivadas=funnel.archived,
        total=funnel.total, mensagens_hoje=funnel.messages_today, taxa_fechamento=funnel.closing_rate,
    )  # fmt: skip


@router.get("/conversas", operation_id="overview.conversas")
async def list_conversas(
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    status: StatusWord | None = None,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> Conversas:
    """List conversations under the names older clients know; `status` is ativa, aguardando or arquivada, or none for all."""
    viewer = viewer_of(scope)
    wanted = Wanted(state=_STATES[status] if status else None, viewer=viewer, before=read_cursor(cursor), limit=limit)
    async with access.database.transaction(scope.organization) as tx:
        chosen = await choosing.choose(tx, wanted)
        rows = await reading.show_conversations(tx, chosen.ids)
        counts = await reading.count_by_state(tx, viewer)
    total = counts[_STATES[status]] if status else sum(counts.values())
    return Conversas(
        items=[_conversa(row) for row in rows],
        total=total,
        next_cursor=write_cursor(rows[-1]["last_message_at"], rows[-1]["id"]) if len(rows) == limit else None,
    )


def _conversa(row: Row) -> Conversa:
    return Conversa(
        id=row["id"], status=_WORDS.get(row["state"], "aguardando"), contato=row["contact_name"],
        telefone=shown(row["reply_wa_id"]), canal=row["channel_name"], atendente=row["assignee_name"] or "",
        nao_lidas=row["unread"], ultima_mensagem=row["last_message_preview"], ultima_mensagem_em=row["last_message_at"],
        aguardando_desde=row["waiting_since"],
    )  # fmt: skip
