"""What do conversations need from outside themselves, joined in one place by the app?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from recado.channels.adapter import Adapter
from recado.conversations.events import InputDue, MessageReceived
from recado.conversations.service.desk import Desk
from recado.foundation.clock import Clock
from recado.foundation.database import Transaction
from recado.foundation.secrets import MasterKey

TurnListener = Callable[[Transaction, Desk, Sequence[MessageReceived]], Awaitable[None]]
"""The only listener that is called in the transaction: it answers on the desk, which is saved after it."""
DueListener = Callable[[Transaction, Desk, Sequence[InputDue]], Awaitable[None]]
"""The same for what it has asked to be given back; there is at most one of a conversation."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Adapters by key, the clock, the master key, and the one listener called inside the transaction.

    `on_due` holds, by kind of inbox row, who takes inputs that are no messages.
    """

    adapters: Mapping[str, Adapter]
    clock: Clock
    key: MasterKey
    on_messages: TurnListener
    on_due: Mapping[str, DueListener] = field(default_factory=dict)

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
