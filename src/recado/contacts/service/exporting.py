"""Which people go into a file, and what of them?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from recado.contacts.models import ContactId, FieldDefinition, FieldType, Identifier, Person, Segment
from recado.contacts.rules import exporting as rules
from recado.contacts.service import identifiers, profiles, segments
from recado.contacts.store import settings
from recado.foundation.database import Transaction
from recado.foundation.secrets import MasterKey
from recado.organizations.models import Scope
from recado.organizations.service import audit

PAGE = 500
_HEAD = ("Nome", "Telefone", "E-mail", "CPF", "CNPJ", "Etiquetas", "Origem", "Descadastrado", "Criado em")
_SOURCES = {"channel": "WhatsApp", "person": "Manual", "import": "Importação"}


async def begin(
    tx: Transaction, scope: Scope, *, segment_id: UUID | None, filter_: Mapping[str, Any] | None
) -> tuple[str, list[FieldDefinition], Mapping[str, Any] | None]:
    """Write down who takes people out, and return the head of the file, its fields, and the filter that holds."""
    chosen = filter_
    if filter_ is None and segment_id is not None:
        found: Segment | None = await settings.read_segment(tx, segment_id)
        # No such segment: nobody, rather than everybody.
        chosen = found.filter if found is not None else {"none": [{"all": []}]}
    fields = await settings.list_fields(tx)
    if chosen is not None:
        await segments.check(tx, chosen)
    subject = ("contact_segment", segment_id) if segment_id else ("", "")
    await audit(tx, scope, "contacts.exported", subject=subject, detail={"filtered": chosen is not None})
    return rules.BOM + rules.lines([[*_HEAD, *(one.label for one in fields)]]), fields, chosen


async def page(
    tx: Transaction,
    key: MasterKey,
    fields: Sequence[FieldDefinition],
    filter_: Mapping[str, Any] | None,
    before: UUID | None,
) -> tuple[str, UUID | None]:
    """Return the next lines of the file, and before whom to go on (None: that was the end)."""
    if filter_ is None:
        found = await profiles.search(tx, key, "", before, PAGE)
    else:
        found = await segments.people_of(tx, key, filter_, before, PAGE)
    known = await identifiers.read(tx, key, [one.contact.id for one in found], masked=False)
    text = rules.lines(_cells(one, known, fields) for one in found)
    return text, found[-1].contact.id if len(found) == PAGE else None


def _cells(
    one: Person, known: Mapping[ContactId, Sequence[Identifier]], fields: Sequence[FieldDefinition]
) -> list[str]:
    theirs = known.get(one.contact.id, ())

    def all_of(kind: str) -> str:
        return ", ".join(found.value for found in theirs if found.kind == kind)

    return [
        one.contact.shown_name, one.phone, all_of("email"), all_of("cpf"), all_of("cnpj"), ", ".join(one.tags),
        _SOURCES.get(one.source, one.source), one.contact.opted_out_at.date().isoformat() if one.contact.opted_out_at else "",
        one.created_at.date().isoformat(), *(_shown(field, one.contact.fields.get(field.key)) for field in fields),
    ]  # fmt: skip


def _shown(field: FieldDefinition, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sim" if value else "não"
    if field.type is FieldType.MONEY and isinstance(value, int):
        return f"{'-' if value < 0 else ''}{abs(value) // 100},{abs(value) % 100:02d}"
    return str(value)
