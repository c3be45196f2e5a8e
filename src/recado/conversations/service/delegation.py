"""How is something delegated to Viviane, who writes to the outside, and tried again where it failed?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from recado.channels.models import TemplateCall
from recado.contacts import service as contacts
from recado.contacts.models import ContactId
from recado.conversations import events
from recado.conversations.errors import (
    ContactUnknown,
    DelegationNotFailed,
    DelegationNotFound,
    NothingToSend,
)
from recado.conversations.handoff_models import Delegation, Refused
from recado.conversations.models import Actor, ConversationId
from recado.conversations.service import verbs, writing_to
from recado.conversations.service.ports import Ports
from recado.conversations.service.verbs import Viewer
from recado.conversations.store import delegation as store
from recado.conversations.store import reading
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import new_id

PERSONA = "Viviane"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written to whom: a person, or whoever a conversation is with."""

    text: str
    template: dict[str, Any] | None = None
    conversation: str = ""
    contact: ContactId | None = None


async def delegate(
    tx: Transaction, wanted: Wanted, ports: Ports, actor: Actor, viewer: Viewer, *, key: str = ""
) -> UUID:
    """Make a task and put its message on the way; the same `key` of one person gives the same task.

    A task that cannot be done now is there all the same, failed, with the code of the rule that forbids it. Raises
    `NothingToSend`, `ContactUnknown`, `ConversationNotFound`.
    """
    key = f"{actor.id}:{key}" if key else ""
    if key and (known := await store.find_by_key(tx, key)) is not None:
        return known
    if not wanted.text.strip() and wanted.template is None:
        raise NothingToSend
    task = await _task(tx, wanted, viewer)
    now = ports.clock()
    if not await store.insert(tx, task, by=(actor.id, actor.name), key=key or None, now=now):
        # The other request was faster, and its task is committed: an insert waits for it.
        known = await store.find_by_key(tx, key)
        return known or task.id
    await _try(tx, task, ports)
    return task.id


async def retry(tx: Transaction, id_: UUID, ports: Ports) -> None:
    """Try a failed task once more; raise `DelegationNotFound`, `DelegationNotFailed`."""
    task = await store.lock(tx, id_)
    if task is None:
        raise DelegationNotFound
    if task.state != "failed":
        raise DelegationNotFailed(state=task.state)
    await _try(tx, await _placed(tx, task), ports)


async def _task(tx: Transaction, wanted: Wanted, viewer: Viewer) -> Delegation:
    conversation: ConversationId | None = None
    channel: UUID | None = None
    contact = wanted.contact
    if wanted.conversation:
        conversation = await verbs.find_seen(tx, wanted.conversation, viewer)
        row = await reading.read_conversation(tx, conversation)
        if row is not None:
            contact, channel = ContactId(row["contact_id"]), row["channel_id"]
    if contact is None or contact not in await contacts.read(tx, [contact]):
        raise ContactUnknown
    task = Delegation(new_id(), contact, conversation, channel, wanted.text, wanted.template, "pending", 0)
    return await _placed(tx, task)


async def _placed(tx: Transaction, task: Delegation) -> Delegation:
    """Return the task with a number to write from: that of its conversation, of the person's last one, or the house's."""
    if task.channel is not None:
        return task
    if (place := await store.latest_place(tx, task.contact)) is not None:
        return replace(task, conversation=place["id"], channel=place["channel_id"])
    return replace(task, channel=await store.first_channel(tx))


async def _try(tx: Transaction, task: Delegation, ports: Ports) -> None:
    if task.channel is None:
        written: writing_to.Written | Refused = Refused("channel_unavailable")
    else:
        whom = writing_to.Whom(task.contact, task.channel, await store.phone_of(tx, task.contact))
        template = _template(task.template)
        written = await writing_to.write(tx, whom, ports, text=task.text, template=template, persona=PERSONA)
    failpoint("delegation.written")
    if isinstance(written, Refused):
        state, conversation = "failed", task.conversation
        await store.refused(tx, task.id, written, ports.clock())
    else:
        state, conversation = "pending", written.conversation
        await store.on_its_way(tx, task.id, message=written.message, conversation=written.conversation)
    await facts.publish(
        tx, [Fact(events.DELEGATION_CHANGED, conversation, {"task_id": str(task.id), "state": state})]
    )  # fmt: skip


def _template(given: dict[str, Any] | None) -> TemplateCall | None:
    if given is None:
        return None
    return TemplateCall(given["name"], given["language"], tuple(given.get("components", ())))
