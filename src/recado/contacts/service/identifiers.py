"""How are e-mails, CPFs and CNPJs kept so that they can be found, and read only with the master key?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from recado.contacts.errors import BadIdentifier
from recado.contacts.models import SEALED, ContactId, Identifier
from recado.contacts.rules import documents
from recado.contacts.store import profiles as store
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.foundation.phone import match_key
from recado.foundation.secrets import MasterKey, SealBroken


@dataclass(frozen=True, slots=True)
class Lying:
    """An identifier as its row holds it. `sealed` is None for what lies in clear."""

    kind: str
    value: str
    match_key: str
    sealed: bytes | None


def blind(key: MasterKey, organization: OrganizationId) -> Callable[[str, str], str]:
    """Return the function from kind and clear form to what is compared: a keyed hash, or the key of a phone.

    The organization is part of the hash: the same CPF lies under two values in two organizations.
    """

    def hashed(kind: str, clear: str) -> str:
        if kind not in SEALED:
            return match_key(clear) if kind == "phone" else clear
        return key.token(f"contacts/{organization}/{kind}/{clear}".encode())

    return hashed


def lying(key: MasterKey, organization: OrganizationId, kind: str, clear: str) -> Lying:
    """Return how an identifier in its one form is stored."""
    compared = blind(key, organization)(kind, clear)
    if kind not in SEALED:
        return Lying(kind, clear, compared, None)
    return Lying(kind, compared, compared, key.seal(clear.encode(), context=_context(organization, kind, compared)))


def clear_form(kind: str, text: str) -> str:
    """Return the one form of what somebody typed; raise `BadIdentifier`."""
    clear = documents.plain(kind, text)
    if clear is None:
        raise BadIdentifier(kind=kind, why="not_a_" + kind)
    return clear


async def read(
    tx: Transaction, key: MasterKey, people: Collection[ContactId], *, masked: bool
) -> dict[ContactId, list[Identifier]]:
    """Return the identifiers of people in clear, or with sealed ones masked."""
    found: dict[ContactId, list[Identifier]] = {}
    for row in await store.addresses(tx, people) if people else ():
        value = _opened(row, key, tx.organization_id)
        if masked and row["kind"] in SEALED and value:
            value = documents.masked(row["kind"], value)
        identifier = Identifier(
            kind=row["kind"], value=value, source=row["source"], evidence=row["evidence"],
            first_seen_at=row["first_seen_at"], last_seen_at=row["last_seen_at"],
        )  # fmt: skip
        found.setdefault(row["contact_id"], []).append(identifier)
    return found


def _opened(row: Row, key: MasterKey, organization: OrganizationId) -> str:
    """Return the clear form; "" where another master key sealed it: the person is there all the same."""
    if row["sealed"] is None:
        return str(row["value"]) if row["kind"] not in SEALED else ""
    try:
        return key.open(bytes(row["sealed"]), context=_context(organization, row["kind"], row["value"])).decode()
    except SealBroken:
        return ""


def _context(organization: OrganizationId, kind: str, compared: str) -> str:
    return f"contact_addresses.sealed/{organization}/{kind}/{compared}"
