"""What do conversations need from outside themselves, joined in one place by the app?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from recado.channels.adapter import Adapter
from recado.conversations.events import MessageReceived
from recado.conversations.service.desk import Desk
from recado.foundation.clock import Clock
from recado.foundation.database import Transaction
from recado.foundation.secrets import MasterKey

TurnListener = Callable[[Transaction, Desk, Sequence[MessageReceived]], Awaitable[None]]
"""The only listener that is called in the transaction: it answers on the desk, which is saved after it."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Adapters by key, the clock, the master key, and the one listener called inside the transaction."""

    adapters: Mapping[str, Adapter]
    clock: Clock
    key: MasterKey
    on_messages: TurnListener

    def token(self, message_id: UUID) -> str:
        """Return the mark that goes along with a message and comes back with its statuses: its id and a proof of ours."""
        return f"{message_id.hex}.{self.key.token(message_id.bytes)[:12]}"

    def message_of(self, token: str) -> UUID | None:
        """Return the message whose mark `token` is; None for anything that this installation did not make."""
        text, _, proof = token.partition(".")
        try:
            message_id = UUID(hex=text)
        except ValueError:
            return None
        return message_id if proof == self.key.token(message_id.bytes)[:12] else None
