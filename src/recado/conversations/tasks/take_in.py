"""How is what has arrived handled: stored, decided upon, and given to whoever answers?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

import msgspec

from recado.channels import service as channels
from recado.channels.models import ChannelEvent, IdentityChange, InboundMessage, Preference, StatusUpdate
from recado.contacts import service as contacts
from recado.contacts.models import Seen
from recado.conversations.service import due
from recado.conversations.service.addressing import Moved, readdress
from recado.conversations.service.learning import learn_from_replies, learn_from_statuses
from recado.conversations.service.media import carried_place
from recado.conversations.service.originals import with_authors
from recado.conversations.service.ports import Ports
from recado.conversations.service.receiving import receive
from recado.conversations.service.statuses import apply_statuses
from recado.foundation.database import Transaction
from recado.foundation.lanes.models import Input

_message = msgspec.json.Decoder(InboundMessage)
_status = msgspec.json.Decoder(StatusUpdate)
_identity = msgspec.json.Decoder(IdentityChange)
_preference = msgspec.json.Decoder(Preference)
_event = msgspec.json.Decoder(ChannelEvent)


@dataclass(slots=True)
class _Phase:
    """What is handled together: messages first, then what is due; a message that came after something due in its chat
    belongs to the next phase."""

    messages: list[tuple[Input, InboundMessage]] = field(default_factory=list)
    due: list[tuple[str, due.Reference]] = field(default_factory=list)
    waits: set[str] = field(default_factory=set)

    def give_back(self, item: Input) -> None:
        """Add something that is due."""
        self.due.append((item.kind, due.read(item.payload)))
        self.waits.add(item.chat)


@dataclass(frozen=True, slots=True)
class TakeIn:
    """The inbox's handler: inputs of one organization, in their order."""

    ports: Ports

    async def __call__(self, tx: Transaction, inputs: Sequence[Input]) -> None:
        """Handle `inputs` inside `tx`; whatever it raises sends the batch back."""
        phases = [_Phase()]
        statuses: list[tuple[UUID, StatusUpdate]] = []
        changes: list[tuple[IdentityChange, Moved | None]] = []
        for item in inputs:
            if item.kind == "message":
                if item.chat in phases[-1].waits:
                    phases.append(_Phase())
                phases[-1].messages.append((item, _with_place(_message.decode(item.payload), item)))
            elif item.kind in self.ports.on_due:
                phases[-1].give_back(item)
            else:
                await self._hear(tx, item, statuses, changes)
        for phase in phases:
            await self._turns(tx, phase)
        # After the messages: one from before the change must not bring the old address back, or is the person's first.
        moved = [known or await _learn(tx, change) for change, known in changes]
        await readdress(tx, [one for one in moved if one is not None])
        if statuses:
            await apply_statuses(tx, statuses, self.ports)
            await learn_from_statuses(tx, statuses)

    async def _hear(
        self,
        tx: Transaction,
        item: Input,
        statuses: list[tuple[UUID, StatusUpdate]],
        changes: list[tuple[IdentityChange, Moved | None]],
    ) -> None:
        match item.kind:
            case "status":
                statuses.append((item.channel, _status.decode(item.payload)))
            case "identity":
                change = _identity.decode(item.payload)
                changes.append((change, await _learn(tx, change)))
            case "preference":
                await self._prefer(tx, _preference.decode(item.payload))
            case "event":
                await channels.keep_event(tx, item.channel, _event.decode(item.payload), self.ports.clock())
            case "unreadable":
                await channels.bury_unreadable(tx, item.channel, item.payload)
            case other:
                raise ValueError(f"no handler for inputs of kind {other}")

    async def _turns(self, tx: Transaction, phase: _Phase) -> None:
        if phase.messages:
            await learn_from_replies(tx, phase.messages)
            await receive(tx, await with_authors(tx, phase.messages, self.ports.clock()), self.ports)
        if phase.due:
            await due.give_back(tx, phase.due, self.ports)

    async def _prefer(self, tx: Transaction, preference: Preference) -> None:
        who = preference.who
        contact = await contacts.find(tx, Seen(phone=who.wa_id, bsuid=who.bsuid, parent_bsuid=who.parent_bsuid))
        if contact is not None:
            act = contacts.stop_marketing if preference.marketing == "stop" else contacts.resume_marketing
            await act(tx, contact.id, preference.at or self.ports.clock())


def _with_place(message: InboundMessage, item: Input) -> InboundMessage:
    """A file that came along in the delivery is looked for there first."""
    if message.media is None or not message.media.inline or item.delivery is None:
        return message
    return replace(
        message, media=replace(message.media, provider_id=carried_place(item.delivery, message.media.provider_id))
    )


async def _learn(tx: Transaction, change: IdentityChange) -> Moved | None:
    before = Seen(phone=change.before.wa_id, bsuid=change.before.bsuid, parent_bsuid=change.before.parent_bsuid)
    after = Seen(phone=change.after.wa_id, bsuid=change.after.bsuid, parent_bsuid=change.after.parent_bsuid)
    owner = await contacts.learn_address(tx, before, after, "identity_change")
    return None if owner is None else Moved(owner, before, after, change.at)
