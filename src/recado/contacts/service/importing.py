"""How does a file of people become people, row by row, with a reason for each?

An opt-out wins over any import: nothing here takes one back, and being in a file is no consent to anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from recado.contacts import events
from recado.contacts.errors import BadPlan, BadSheet, ImportNotReady
from recado.contacts.models import ContactId, FieldDefinition, Import, Person, RowOutcome
from recado.contacts.rules import importing as rules
from recado.contacts.rules import merging as merge_rules
from recado.contacts.rules.importing import RowRefused, Told
from recado.contacts.rules.tables import Row, read_csv
from recado.contacts.rules.workbooks import is_workbook, read_xlsx
from recado.contacts.service import identifiers
from recado.contacts.service.identity import label, opt_out
from recado.contacts.service.proposing import propose
from recado.contacts.store import acts, profiles, settings
from recado.contacts.store import imports as store
from recado.contacts.store import people as people_store
from recado.foundation import facts, jobs
from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.secrets import MasterKey
from recado.foundation.text import fold
from recado.organizations.models import Scope
from recado.organizations.service import audit

RUN_IMPORT = "contacts.run_import"
LARGEST_FILE = 10 * 1024 * 1024
"""Bytes: fifty thousand people with ten columns are half of that."""
_PREVIEW = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as a table. Rows keep the number that a spreadsheet shows at their margin."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[int, Row]]


def read_sheet(content: bytes) -> Sheet:
    """Return the table in a .csv or .xlsx file, told apart by its bytes; raise `BadSheet`. Takes processor time."""
    numbered = enumerate(read_xlsx(content) if is_workbook(content) else read_csv(content), start=1)
    said = ((number, row) for number, row in numbered if any(row))
    header = next(said, None)
    if header is None:
        raise BadSheet(why="empty")
    rows = list(said)
    if not rows:
        raise BadSheet(why="empty")
    width = max(len(row) for _, row in [header, *rows])
    columns = [heading or f"Coluna {place}" for place, heading in enumerate(header[1], start=1)]
    columns += [f"Coluna {place}" for place in range(len(columns) + 1, width + 1)]
    return Sheet(tuple(heading[:120] for heading in columns), rows)


async def upload(
    tx: Transaction, scope: Scope, id_: UUID, sheet: Sheet, *, filename: str, storage_key: str
) -> tuple[Import, list[str], list[Row]]:
    """Store a file that was read; return it with a suggested target for each column and its first rows."""
    await store.insert(
        tx, id_, filename=filename, storage_key=storage_key, columns=sheet.columns, total=len(sheet.rows),
        author_name=scope.actor.name,
    )  # fmt: skip
    made = await read(tx, id_)
    return made, rules.suggest(sheet.columns, await settings.list_fields(tx)), [row for _, row in sheet.rows[:_PREVIEW]]


async def start(
    tx: Transaction,
    scope: Scope,
    id_: UUID,
    *,
    targets: Sequence[str],
    legal_basis: str,
    overwrite: bool,
    tags: Sequence[str],
) -> Import:
    """Begin to take a file in, as a job; raise `BadPlan`, `ImportNotReady` or `NotFound`."""
    found = await read(tx, id_)
    if legal_basis not in rules.LEGAL_BASES:
        raise BadPlan(why="legal_basis")
    rules.check_plan(targets, found.columns, {one.key: one for one in await settings.list_fields(tx)})
    plan = {"targets": list(targets), "overwrite": overwrite, "tags": list(tags)}
    if not await store.start(tx, id_, plan, legal_basis):
        raise ImportNotReady
    detail = {"rows": found.total, "legal_basis": legal_basis, "targets": [target for target in targets if target]}
    await audit(tx, scope, "contacts.import_started", subject=("contact_import", id_), detail=detail)
    await jobs.defer(tx, RUN_IMPORT, {"import_id": str(id_)})
    await _tell(tx, id_)
    return await read(tx, id_)


async def read(tx: Transaction, id_: UUID) -> Import:
    """Return an import; raise `NotFound`."""
    found = await store.read(tx, id_)
    if found is None:
        raise NotFound
    return found


async def take_in(tx: Transaction, key: MasterKey, id_: UUID, rows: Sequence[tuple[int, Row]], now: datetime) -> None:
    """Take in some rows of a running import and write down what became of each."""
    running = await read(tx, id_)
    known = {one.key: one for one in await settings.list_fields(tx)}
    outcomes = [await _take_row(tx, key, running, known, number, row, now) for number, row in rows]
    await store.insert_rows(tx, id_, outcomes)
    await store.advance(tx, id_, outcomes)
    await _tell(tx, id_)


async def finish(tx: Transaction, id_: UUID, *, failure: str, now: datetime) -> None:
    """Say that an import is over."""
    await store.finish(tx, id_, failure=failure, at=now)
    await _tell(tx, id_)


async def _take_row(
    tx: Transaction,
    key: MasterKey,
    running: Import,
    known: Mapping[str, FieldDefinition],
    number: int,
    row: Row,
    now: datetime,
) -> RowOutcome:
    try:
        told = rules.read_row(row, running.plan["targets"], known)
    except RowRefused as refused:
        return RowOutcome(number, "refused", refused.reason)
    told = replace(told, tags=(*told.tags, *running.plan["tags"]))
    hashed = identifiers.blind(key, tx.organization_id)
    keys = [(kind, hashed(kind, clear)) for kind, clear in told.identifiers]
    await people_store.lock_keys(tx, keys)
    owners = await profiles.owners(tx, keys)
    found = list(dict.fromkeys(owners[one] for one in keys if one in owners))
    for other in found[1:]:
        await propose(tx, found[0], other, {"reason": "one_row", "kinds": [kind for kind, _ in told.identifiers]})
    if found:
        changed = await _update(tx, found[0], told, overwrite=bool(running.plan["overwrite"]))
        contact, outcome = found[0], "updated" if changed else "unchanged"
    else:
        contact, outcome = ContactId(new_id()), "created"
        await profiles.insert(tx, contact, told.name, "import", told.fields)
    added = await _add_identifiers(tx, key, contact, told, running.id)
    changed = await _add_the_rest(tx, contact, told, running, now, is_new=outcome == "created")
    if outcome == "unchanged" and (added or changed):
        outcome = "updated"
    if outcome != "unchanged":
        detail: dict[str, Any] = {"import_id": str(running.id), "row": number, "legal_basis": running.legal_basis}
        await acts.insert_acts(tx, [(contact, "imported", detail)], actor_name=running.author_name)
    return RowOutcome(number, outcome, "also_somebody_else" if len(found) > 1 else "", contact)


async def _update(tx: Transaction, contact: ContactId, told: Told, *, overwrite: bool) -> bool:
    """Fill what is blank, or overwrite where that was wanted; tell whether anything changed."""
    now = await _person(tx, contact)
    fields = {
        key: value
        for key, value in told.fields.items()
        if now.contact.fields.get(key) != value and (overwrite or merge_rules.is_blank(now.contact.fields.get(key)))
    }
    name = told.name if told.name and told.name != now.contact.name and (overwrite or not now.contact.name) else None
    if not fields and name is None:
        return False
    return await profiles.change(tx, contact, name, fields, [])


async def _add_identifiers(tx: Transaction, key: MasterKey, contact: ContactId, told: Told, import_id: UUID) -> bool:
    added = False
    for kind, clear in told.identifiers:
        lies = identifiers.lying(key, tx.organization_id, kind, clear)
        # Another spelling of a number that is theirs teaches nothing: the form WhatsApp answered with stays.
        owners = await profiles.owners(tx, [(kind, lies.match_key)])
        if not owners:
            added |= await profiles.insert_address(
                tx, contact, kind=kind, value=lies.value, match_key=lies.match_key, evidence=f"import:{import_id}",
                source="import", sealed=lies.sealed,
            )  # fmt: skip
    return added


async def _add_the_rest(
    tx: Transaction, contact: ContactId, told: Told, running: Import, now: datetime, *, is_new: bool
) -> bool:
    person = await _person(tx, contact)
    has = {fold(name) for name in person.tags}
    new = [name for name in told.tags if fold(name) and fold(name) not in has]
    await label(tx, {(contact, name): True for name in new})
    refuses = told.opted_out and person.contact.opted_out_at is None
    if refuses:
        await opt_out(tx, [contact], now)
    if told.note and is_new:
        await acts.insert_note(tx, new_id(), contact, told.note, author=None, author_name=running.author_name)
    return bool(new) or refuses


async def _person(tx: Transaction, contact: ContactId) -> Person:
    return (await profiles.read(tx, [contact]))[contact]


async def _tell(tx: Transaction, id_: UUID) -> None:
    await facts.publish(tx, [Fact(events.IMPORT_PROGRESSED, data={"import_id": str(id_)})])
