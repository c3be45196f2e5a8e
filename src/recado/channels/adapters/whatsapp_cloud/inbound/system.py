"""What did WhatsApp itself say about a person: a new number, a new id, a new key?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from recado.channels.adapters.whatsapp_cloud.inbound.content import Content
from recado.channels.adapters.whatsapp_cloud.inbound.identity import as_wa_id, chat_of, is_bsuid
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import id_in, object_in, text_in
from recado.channels.models import Identity, IdentityChange, Json, MessageType

# "User Ana changed from 5511988887777 to 5511977776666"; the only place where an old BSUID is sure to stand.
_FROM_TO = re.compile(r"changed from (\S+) to (\S+)")
_CHANGES = frozenset({"user_changed_number", "user_changed_user_id", "customer_changed_number"})


@dataclass(frozen=True, slots=True)
class AddressChange:
    """Both sides of a change as a system message tells them; either may be incomplete."""

    before: Identity
    after: Identity


def read_system(message: Json) -> Content:
    """Read a system notice. It is shown in the thread and is never an utterance of the person."""
    system = object_in(message, "system")
    content: Json = {"system": system}
    if told := object_in(message, "identity"):
        content["identity"] = told
    return Content(MessageType.SYSTEM, text_in(system, "body"), text_in(system, "type")[:64], content)


def change_in(message: Json) -> AddressChange | None:
    """The change of address that a system message is about, if it is about one."""
    system = object_in(message, "system")
    if text_in(system, "type") not in _CHANGES:
        return None
    old_phone, old_user = _sides(message, system)
    new_phone = id_in(system, "wa_id") or id_in(system, "new_wa_id")
    new_user = id_in(system, "user_id") or (new_phone if is_bsuid(new_phone) else "")
    before = Identity(
        wa_id=as_wa_id(old_phone),
        bsuid=old_user or (old_phone if is_bsuid(old_phone) else ""),
        parent_bsuid=id_in(system, "previous_parent_user_id") or id_in(message, "from_parent_user_id"),
    )
    after = Identity(wa_id=as_wa_id(new_phone), bsuid=new_user, parent_bsuid=id_in(system, "parent_user_id"))
    return AddressChange(before, after)


def as_identity_change(change: AddressChange, provider_id: str, at: datetime | None) -> IdentityChange | None:
    """Word it for the contacts, unless one side is missing or nothing changed."""
    before, after = change.before, change.after
    chat = chat_of(before)
    if not chat or not chat_of(after):
        return None
    if after.wa_id in ("", before.wa_id) and after.bsuid in ("", before.bsuid):
        return None
    return IdentityChange(key=f"system:{provider_id}", chat=chat, before=before, after=after, at=at)


def _sides(message: Json, system: Json) -> tuple[str, str]:
    """The old phone and the old BSUID, from the keys that are there, else from the sentence."""
    phone = id_in(message, "from") or id_in(system, "customer")
    user = id_in(system, "previous_user_id") or id_in(message, "from_user_id")
    found = _FROM_TO.search(text_in(system, "body"))
    if found is None:
        return phone, user
    said = found.group(1)[:256]
    if is_bsuid(said):
        # The sentence is about the id; the keys may already carry the new one.
        return phone, id_in(system, "previous_user_id") or said
    return phone or (said if said.isdigit() else ""), user
