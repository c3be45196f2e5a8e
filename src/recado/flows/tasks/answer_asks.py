"""How is an ask of a turn put to the outside, and its answer brought back to the conversation?

No transaction is open during the call. What was begun is committed before it, so that a process that ends in the middle is
noticed; the answer is committed together with the inbox row that brings it, so that it comes once.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from recado.conversations.service import due
from recado.flows.answerers.outside import Outcome, call_outside, secret_names
from recado.flows.engine.values import Value, read_value, store_value
from recado.flows.rules.asking import Again, Unknown, after_call, may_call
from recado.flows.store import waiting
from recado.foundation.clock import Clock
from recado.foundation.database import Database, Transaction
from recado.foundation.egress.client import Egress
from recado.foundation.egress.models import Secret
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import RetryLater
from recado.foundation.lanes.entering import put_in
from recado.foundation.secrets import MasterKey
from recado.organizations.service.secrets import open_secrets

AT_ONCE = 24
"""Calls of all workers together: media and what else runs in the background keep their room."""
OF_ONE_ORGANIZATION = 8
"""Calls of one organization in one worker: an address that never answers holds up nobody else's flows."""
_UNKNOWN = Outcome(
    ok=False, value={"error": "connection", "detail": "interrupted, and what came of it is not known", "ms": 0},
    again=False, sent=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ask:
    """A question that is about to be put; `attempt` counts this one."""

    id: UUID
    kind: str
    request: Mapping[str, Value]
    attempt: int
    secrets: Mapping[str, Secret]


@dataclass(frozen=True, slots=True)
class AnswerAsk:
    """The job: makes one call, and gives its answer to the session or puts the call off."""

    egress: Egress
    clock: Clock
    key: MasterKey
    _under_way: Counter[OrganizationId] = field(default_factory=Counter)

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Answer the ask `ask_id`; one that nobody waits for any more costs nothing."""
        if self._under_way[organization] >= OF_ONE_ORGANIZATION:
            raise RetryLater(random.uniform(1.0, 4.0))  # noqa: S311 - spreads what was put off together
        self._under_way[organization] += 1
        try:
            await self._answer(database, organization, UUID(data["ask_id"]))
        finally:
            self._under_way[organization] -= 1
            if not self._under_way[organization]:
                del self._under_way[organization]

    async def _answer(self, database: Database, organization: OrganizationId, id_: UUID) -> None:
        async with database.transaction(organization) as tx:
            ask = await self._begin(tx, id_)
        if ask is None:
            return
        failpoint("asks.begun")
        outcome = _UNKNOWN
        if ask.attempt:
            outcome = await call_outside(self.egress, ask.request, ask_id=str(id_), secrets=ask.secrets)
            failpoint("asks.called")
            decided = after_call(ask.request, again=outcome.again, wait_s=outcome.wait_s, attempts=ask.attempt)
            if isinstance(decided, Again):
                async with database.transaction(organization) as tx:
                    await waiting.set_ask(tx, id_, "asked")
                raise RetryLater(decided.wait_s)
        async with database.transaction(organization) as tx:
            await self._give(tx, id_, outcome)
            failpoint("asks.before_commit")
        failpoint("asks.answered")

    async def _begin(self, tx: Transaction, id_: UUID) -> _Ask | None:
        """Write down that a call is about to be made. `attempt` 0: none may be made any more."""
        row = await waiting.lock_ask(tx, id_)
        if row is None or row["state"] == "answered":
            return None
        request = {name: read_value(value) for name, value in msgspec.json.decode(row["request"]).items()}
        decided = may_call(row["kind"], request, state=row["state"], attempts=row["attempts"])
        if isinstance(decided, Unknown):
            return _Ask(id_, row["kind"], request, 0, {})
        await waiting.begin_call(tx, id_)
        secrets = await open_secrets(tx, self.key, secret_names(request))
        return _Ask(id_, row["kind"], request, row["attempts"] + 1, secrets)

    async def _give(self, tx: Transaction, id_: UUID, outcome: Outcome) -> None:
        """Commit the answer with the input that brings it; nothing where the wait is over."""
        value = {name: store_value(part) for name, part in outcome.value.items()}
        payload = msgspec.json.encode({"ok": outcome.ok, "value": value}).decode()
        row = await waiting.answer(tx, id_, payload, self.clock())
        if row is not None:
            await waiting.set_ask(tx, id_, "answered")
            arrived = due.input_of("flow_answer", row["chat"], row["conversation_id"], id_)
            await put_in(tx, [(row["channel_id"], arrived)])
