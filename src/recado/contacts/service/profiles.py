"""What can be seen and changed of a person?"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from recado.contacts import events
from recado.contacts.errors import BadField, IdentifierTaken, PersonNotFound
from recado.contacts.models import ContactId, FieldDefinition, Happening, Holder, Identifier, Merge, Person, Proposal
from recado.contacts.rules import documents
from recado.contacts.rules import fields as field_rules
from recado.contacts.service import identifiers
from recado.contacts.service.identity import label
from recado.contacts.service.proposing import propose
from recado.contacts.store import acts, settings
from recado.contacts.store import merging as merges
from recado.contacts.store import people as people_store
from recado.contacts.store import profiles as store
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.secrets import MasterKey
from recado.foundation.text import fold, words
from recado.organizations.models import Scope

_MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything that a person's page shows at once. `others` are the people of proposals and merges."""

    person: Person
    identifiers: Sequence[Identifier]
    proposals: Sequence[Proposal]
    merges: Sequence[Merge]
    others: Mapping[ContactId, Person]


async def search(tx: Transaction, key: MasterKey, said: str, before: UUID | None, limit: int) -> list[Person]:
    """Return people by words of their name, or by a phone in any form, an e-mail, a CPF or a CNPJ; all where `said` is "".

    Every word must stand in the name, the last one may be a beginning.
    """
    if not said.strip():
        return await store.list_people(tx, before, limit)
    hashed = identifiers.blind(key, tx.organization_id)
    keys = [(kind, hashed(kind, clear)) for kind, clear in documents.guess(said)]
    spoken = [] if "@" in said else words(said)[:_MOST_WORDS]
    return await store.search(tx, spoken, keys, before, limit)


async def read(tx: Transaction, key: MasterKey, id_: ContactId, *, masked: bool) -> Profile:
    """Return a person with what is known of them; raise `PersonNotFound`."""
    person = (await store.read(tx, [id_])).get(id_)
    if person is None:
        raise PersonNotFound
    known = await identifiers.read(tx, key, [id_], masked=masked)
    proposals = await merges.proposals_of(tx, id_)
    made = await merges.merges_of(tx, id_)
    others = {one for found in proposals for one in (found.first, found.second)}
    others |= {one for found in made for one in (found.kept, found.gone)}
    return Profile(
        person=person, identifiers=known.get(id_, []), proposals=proposals, merges=made,
        others=await store.read(tx, others - {id_}) if others - {id_} else {},
    )  # fmt: skip


async def create(
    tx: Transaction, scope: Scope, key: MasterKey, *, name: str, given: Sequence[tuple[str, str]]
) -> ContactId:
    """Store somebody new with identifiers (kind, as typed); raise `BadIdentifier` or `IdentifierTaken`."""
    clear = [(kind, identifiers.clear_form(kind, text)) for kind, text in given]
    await _lock(tx, key, clear)
    await _refuse_taken(tx, key, clear)
    id_ = ContactId(new_id())
    await store.insert(tx, id_, name.strip(), "person", {})
    for kind, text in clear:
        await _add(tx, key, id_, kind, text)
    await acts.insert_acts(tx, [(id_, "created", {})], actor_name=scope.actor.name)
    await facts.publish(tx, [Fact(events.CREATED, data={"contact_id": str(id_)})])
    return id_


async def change(tx: Transaction, scope: Scope, id_: ContactId, *, name: str | None, fields: Mapping[str, Any]) -> None:
    """Set a name and some custom fields; None or "" clears one. Raises `BadField` or `PersonNotFound`."""
    known = {one.key: one for one in await settings.list_fields(tx)}
    values = {key: field_rules.read(_definition(known, key), value) for key, value in fields.items() if _says(value)}
    cleared = [_definition(known, key).key for key, value in fields.items() if not _says(value)]
    if not await store.change(tx, id_, name if name is None else name.strip(), values, cleared):
        raise PersonNotFound
    changed = sorted([*fields, *([] if name is None else ["name"])])
    await acts.insert_acts(tx, [(id_, "changed", {"fields": changed})], actor_name=scope.actor.name)
    await _tell(tx, id_)


async def add_identifier(
    tx: Transaction, scope: Scope, key: MasterKey, id_: ContactId, kind: str, text: str
) -> ContactId | None:
    """Remember another form under which a person is known; raise `BadIdentifier` or `PersonNotFound`.

    Where it is somebody else's it stays theirs, a merge is proposed, and they are returned.
    """
    await _present(tx, id_)
    clear = identifiers.clear_form(kind, text)
    await _lock(tx, key, [(kind, clear)])
    hashed = identifiers.blind(key, tx.organization_id)(kind, clear)
    owner = (await store.owners(tx, [(kind, hashed)])).get((kind, hashed))
    if owner is not None and owner != id_:
        await propose(tx, id_, owner, {"reason": f"same_{kind}", "kinds": [kind]})
        return owner
    if await _add(tx, key, id_, kind, clear):
        await acts.insert_acts(tx, [(id_, "identifier_added", {"kind": kind})], actor_name=scope.actor.name)
        await _tell(tx, id_)
    return None


async def remove_identifier(
    tx: Transaction, scope: Scope, key: MasterKey, id_: ContactId, kind: str, text: str
) -> None:
    """Forget a form that was typed wrongly; raise `NotFound` where the person does not have it."""
    await _present(tx, id_)
    clear = documents.plain(kind, text) or text
    if not await store.remove_address(tx, id_, kind, identifiers.lying(key, tx.organization_id, kind, clear).value):
        raise NotFound
    await acts.insert_acts(tx, [(id_, "identifier_removed", {"kind": kind})], actor_name=scope.actor.name)
    await _tell(tx, id_)


async def set_tags(tx: Transaction, scope: Scope, id_: ContactId, names: Sequence[str]) -> None:
    """Let a person have exactly these tags; those nobody had yet are made."""
    person = await _present(tx, id_)
    wanted = {fold(name): name for name in names if fold(name)}
    now = {fold(name): name for name in person.tags}
    changes = {(id_, name): True for key, name in wanted.items() if key not in now}
    changes |= {(id_, name): False for key, name in now.items() if key not in wanted}
    if changes:
        await label(tx, changes)
        await acts.insert_acts(tx, [(id_, "tagged", {"count": len(wanted)})], actor_name=scope.actor.name)
        await _tell(tx, id_)


async def add_note(tx: Transaction, scope: Scope, id_: ContactId, text: str) -> None:
    """Write something about a person that only colleagues see."""
    await _present(tx, id_)
    await acts.insert_note(tx, new_id(), id_, text, author=scope.actor.id, author_name=scope.actor.name)
    await _tell(tx, id_)


async def timeline(
    tx: Transaction, id_: ContactId, holders: Sequence[Holder], before: UUID | None, limit: int
) -> list[Happening]:
    """Return what happened with a person before `before`, the newest first; ids are in the order of time everywhere."""
    if id_ not in await store.read(tx, [id_]):
        raise PersonNotFound
    told = [await acts.list_happenings(tx, id_, before, limit)]
    told += [await holder.happenings(tx, id_, before, limit) for holder in holders]
    return list(islice(heapq.merge(*told, key=lambda one: one.id, reverse=True), limit))


async def _present(tx: Transaction, id_: ContactId) -> Person:
    person = (await store.read(tx, [id_])).get(id_)
    if person is None or person.merged_into is not None:
        raise PersonNotFound
    return person


def _definition(known: Mapping[str, FieldDefinition], key: str) -> FieldDefinition:
    if key not in known:
        raise BadField(field=key[:80], why="unknown_field")
    return known[key]


def _says(value: object) -> bool:
    return value is not None and value != ""


async def _lock(tx: Transaction, key: MasterKey, clear: Sequence[tuple[str, str]]) -> None:
    """A webhook may be making a person of the same number at this moment."""
    hashed = identifiers.blind(key, tx.organization_id)
    await people_store.lock_keys(tx, [(kind, hashed(kind, text)) for kind, text in clear])


async def _refuse_taken(tx: Transaction, key: MasterKey, clear: Sequence[tuple[str, str]]) -> None:
    hashed = identifiers.blind(key, tx.organization_id)
    owners = await store.owners(tx, [(kind, hashed(kind, text)) for kind, text in clear])
    for (kind, _), owner in owners.items():
        raise IdentifierTaken(kind=kind, contact_id=str(owner))


async def _add(tx: Transaction, key: MasterKey, id_: ContactId, kind: str, clear: str) -> bool:
    lies = identifiers.lying(key, tx.organization_id, kind, clear)
    return await store.insert_address(
        tx, id_, kind=kind, value=lies.value, match_key=lies.match_key, evidence="typed", source="person",
        sealed=lies.sealed,
    )  # fmt: skip


async def _tell(tx: Transaction, id_: ContactId) -> None:
    await facts.publish(tx, [Fact(events.CHANGED, data={"contact_id": str(id_)})])
