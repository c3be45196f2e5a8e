"""Who is at the other end, by which of the addresses that a key may carry, and is it a person at all?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from recado.channels.adapters.evolution.inbound.shapes import MAX_NAME, id_in, is_true, object_in, text_in
from recado.channels.models import Identity, Json

_PHONE_SERVERS = frozenset({"s.whatsapp.net", "c.us", "hosted"})
_HIDDEN_SERVERS = frozenset({"lid", "hosted.lid"})
_NOT_DIGITS = re.compile(r"[^0-9]", re.ASCII)
_DIGITS = re.compile(r"[0-9]{5,18}", re.ASCII)
_OLD_GROUP = re.compile(r"[0-9]{6,}-[0-9]{6,}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Key:
    """A message's key. `aside` says why nobody is answered here: `group`, `status`, `broadcast`, `channel`."""

    id: str
    mine: bool
    who: Identity
    aside: str = ""

    @property
    def chat(self) -> str:
        """The key of order and uniqueness: the phone where there is one, else the hidden id; "" if nobody is named."""
        return self.who.wa_id or self.who.bsuid


def read_key(item: Json) -> Key:
    """Read the key of a message or a status, nested or flat.

    A hidden id (`…@lid`) is kept as the BSUID, for it is one: an address of this person to this account that is no phone.
    """
    key = object_in(item, "key") or item
    mine = is_true(key, "fromMe")
    remote = id_in(key, "remoteJid", "chatId") or id_in(item, "remoteJid", "chatId")
    named = [remote, id_in(key, "remoteJidAlt"), id_in(key, "previousRemoteJid")]
    if not mine:
        # In what we wrote ourselves the sender is our own number.
        for holder in (key, item):
            named += [id_in(holder, name) for name in ("senderPn", "senderLid", "participantPn", "participantAlt")]
        named.append(id_in(key, "participant"))
    phone = next((found for one in named if (found := phone_of(one))), "")
    hidden = next((found for one in named if (found := _hidden_of(one))), "")
    name = "" if mine else text_in(item, "pushName", "verifiedBizName").strip()[:MAX_NAME]
    return Key(
        id_in(key, "id", "keyId") or id_in(item, "keyId", "id"), mine,
        Identity(wa_id=phone, bsuid=hidden, name="" if _is_no_name(name) else name), _aside(remote),
    )  # fmt: skip


def _is_no_name(name: str) -> bool:
    """The gateway calls the owner "Você", and where it knows no name it repeats the number."""
    return name == "Você" or bool(_DIGITS.fullmatch(_NOT_DIGITS.sub("", name)) and not any(map(str.isalpha, name)))


def phone_of(jid: Any) -> str:
    """Digits of a phone's jid, or of a bare number; "" for a hidden id, a group or a word."""
    user, at, server = jid.partition("@") if type(jid) is str else ("", "", "")
    if at and server.lower() not in _PHONE_SERVERS:
        return ""
    if not at and _OLD_GROUP.fullmatch(user):
        return ""
    digits = _NOT_DIGITS.sub("", user.partition(":")[0])
    return digits if _DIGITS.fullmatch(digits) else ""


def _hidden_of(jid: str) -> str:
    user, _, server = jid.partition("@")
    bare = user.partition(":")[0]
    return f"{bare}@lid" if server.lower() in _HIDDEN_SERVERS and bare else ""


def _aside(remote: str) -> str:
    user, _, server = remote.lower().partition("@")
    if server == "g.us" or (not server and _OLD_GROUP.fullmatch(user)):
        return "group"
    if server == "broadcast":
        return "status" if user == "status" else "broadcast"
    return "channel" if server == "newsletter" else ""
