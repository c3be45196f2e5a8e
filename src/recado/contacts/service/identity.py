"""What is done with contacts?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from recado.contacts.models import Address, Contact, ContactId, NewTag, Seen
from recado.contacts.rules import identity as rules
from recado.contacts.service.proposing import propose
from recado.contacts.store import people as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_ids
from recado.foundation.phone import match_key
from recado.foundation.text import clip, fold

MOST_OF_TAG = 60
"""Characters of a tag's name."""


async def recognise(tx: Transaction, people: Sequence[Seen]) -> list[Contact]:
    """Return the contact of each of `people`, in their order; strangers become contacts, new addresses are remembered."""
    found = await _find_or_lock(tx, people)
    known: dict[rules.Key, ContactId] = {(address.kind, address.match_key): contact.id for address, contact in found}
    values = {(address.kind, address.value) for address, _ in found}
    contacts = {contact.id: contact for _, contact in found}
    fresh_ids = iter(new_ids(len(people)))
    new_contacts: list[Contact] = []
    new_addresses: list[Address] = []
    result: list[ContactId] = []
    doubts: dict[tuple[ContactId, ContactId], Seen] = {}
    for seen in people:
        decided = rules.recognise(seen, known, frozenset(values))
        contact_id = decided.contact
        if contact_id is None:
            contact_id = ContactId(next(fresh_ids))
            contacts[contact_id] = Contact(contact_id, "", seen.name, None, None, {})
            new_contacts.append(contacts[contact_id])
        for kind, value in decided.teaches:
            address = Address(kind, value, _key(kind, value), contact_id, "webhook")
            new_addresses.append(address)
            known.setdefault((kind, address.match_key), contact_id)
            values.add((kind, value))
        if decided.other is not None and decided.other != contact_id:
            doubts[contact_id, decided.other] = seen
        result.append(contact_id)
    await store.insert_contacts(tx, new_contacts)
    await store.insert_addresses(tx, new_addresses)
    await store.touch_addresses(tx, _seen_again(people, found))
    for (one, other), seen in doubts.items():
        await propose(
            tx, one, other, {"reason": "one_payload", "kinds": [kind for kind, _, _ in rules.addresses(seen)]}
        )
    return await _with_names(tx, people, result, contacts)


async def learn_address(tx: Transaction, before: Seen, after: Seen, evidence: str) -> ContactId | None:
    """Remember that the person of `before` is reached as `after` too; None where nobody is known under `before`.

    An address that belongs to somebody else already stays theirs: nothing is merged by itself.
    """
    found = await store.find_by_keys(tx, rules.keys([before, after]))
    known = {(address.kind, address.match_key): contact.id for address, contact in found}
    values = {(address.kind, address.value) for address, _ in found}
    owner = rules.recognise(before, known, frozenset(values)).contact
    if owner is None:
        return None
    new = [
        Address(kind, value, key, owner, evidence)
        for kind, value, key in rules.addresses(after)
        if (kind, value) not in values and known.get((kind, key), owner) == owner
    ]
    await store.insert_addresses(tx, new)
    return owner


async def find(tx: Transaction, seen: Seen) -> Contact | None:
    """Return the contact that `seen` shows, if there is one."""
    found = await store.find_by_keys(tx, rules.keys([seen]))
    known = {(address.kind, address.match_key): contact.id for address, contact in found}
    owner = rules.recognise(seen, known, frozenset()).contact
    return next((contact for _, contact in found if contact.id == owner), None)


async def read(tx: Transaction, ids: Collection[ContactId]) -> dict[ContactId, Contact]:
    """Return the contacts of these ids; absent ones are not there."""
    return {contact.id: contact for contact in await store.read(tx, ids)} if ids else {}


async def opt_out(tx: Transaction, ids: Sequence[ContactId], at: datetime) -> None:
    """Remember that these people want nothing more from this organization."""
    if ids:
        await store.set_opted_out(tx, ids, at)


async def opt_in(tx: Transaction, ids: Sequence[ContactId]) -> None:
    """Remember that these people asked to be written to again."""
    if ids:
        await store.set_opted_out(tx, ids, None)


async def stop_marketing(tx: Transaction, id_: ContactId, at: datetime) -> None:
    """Remember that this person wants no marketing since `at`."""
    await store.stop_marketing(tx, id_, at)


async def resume_marketing(tx: Transaction, id_: ContactId, at: datetime) -> None:
    """Remember that this person wants marketing again; a wish older than the last refusal changes nothing."""
    await store.resume_marketing(tx, id_, at)


async def remember_fields(tx: Transaction, learned: Sequence[tuple[ContactId, dict[str, Any]]]) -> None:
    """Put values into contacts' fields; `name` is the contact's own name."""
    await store.merge_fields(tx, learned)


async def label(tx: Transaction, wanted: Mapping[tuple[ContactId, str], bool]) -> None:
    """Put each (contact, tag) on or take it off. Case, accents and blanks make no other tag; the first spelling stays."""
    keyed: dict[tuple[ContactId, str], tuple[str, bool]] = {}
    for (contact, name), on in wanted.items():
        place = contact, fold(name)[:MOST_OF_TAG]
        keyed[place] = (keyed[place][0] if place in keyed else clip(name.strip(), MOST_OF_TAG), on)
    put = {place: name for place, (name, on) in keyed.items() if on and place[1]}
    names = {key: name for (_, key), name in put.items()}
    new = [NewTag(id_, names[key], key) for id_, key in zip(new_ids(len(names)), sorted(names), strict=True)]
    await store.tag(tx, new, list(put))
    await store.untag(tx, [place for place, (_, on) in keyed.items() if not on])


async def tags_of(tx: Transaction, ids: Collection[ContactId]) -> dict[ContactId, list[str]]:
    """Return the names of the tags of each of these contacts that has any."""
    found: dict[ContactId, list[str]] = {}
    for contact, name in await store.tags_of(tx, ids) if ids else ():
        found.setdefault(contact, []).append(name)
    return found


def _seen_again(people: Sequence[Seen], found: Sequence[tuple[Address, Contact]]) -> list[tuple[str, str]]:
    """Return the addresses shown again whose last sighting was written down long ago."""
    shown = {(kind, value) for seen in people for kind, value, _ in rules.addresses(seen)}
    return [(one.kind, one.value) for one, _ in found if one.is_stale and (one.kind, one.value) in shown]


async def _find_or_lock(tx: Transaction, people: Sequence[Seen]) -> list[tuple[Address, Contact]]:
    """Find what is known of `people`; whoever is a stranger is looked up again once nobody else can be making them.

    The same new number arrives in two forms, or at two numbers of ours, as two chats that two workers handle at one moment.
    """
    found = await store.find_by_keys(tx, rules.keys(people))
    known = {(address.kind, address.match_key): contact.id for address, contact in found}
    strangers = [seen for seen in people if rules.recognise(seen, known, frozenset()).contact is None]
    if not strangers:
        return found
    await store.lock_keys(tx, rules.keys(strangers))
    return await store.find_by_keys(tx, rules.keys(people))


async def _with_names(
    tx: Transaction, people: Sequence[Seen], ids: Sequence[ContactId], contacts: dict[ContactId, Contact]
) -> list[Contact]:
    changed: dict[ContactId, str] = {}
    for seen, id_ in zip(people, ids, strict=True):
        if seen.name and seen.name != contacts[id_].given_name:
            changed[id_] = seen.name
            contacts[id_] = _renamed(contacts[id_], seen.name)
    await store.update_given_names(tx, sorted(changed.items()))
    return [contacts[id_] for id_ in ids]


def _renamed(contact: Contact, name: str) -> Contact:
    return Contact(
        contact.id, contact.name, name, contact.opted_out_at, contact.marketing_stopped_at, contact.fields
    )  # fmt: skip


def _key(kind: str, value: str) -> str:
    return match_key(value) if kind == "phone" else value
