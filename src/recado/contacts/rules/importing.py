"""What does each column of an import become, and what does one row say of a person?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from recado.contacts.errors import BadField, BadPlan
from recado.contacts.models import FieldDefinition, Value
from recado.contacts.rules import documents, fields
from recado.foundation.text import fold

LEGAL_BASES: Final = (
    "consent", "contract", "legitimate_interest", "legal_obligation", "credit_protection", "existing_relationship",
)  # fmt: skip
"""On what ground the organization holds these people's data (Lei 13.709/2018, art. 7)."""
IDENTIFYING: Final = ("phone", "email", "cpf", "cnpj")
TARGETS: Final = (*IDENTIFYING, "name", "tags", "opted_out", "note")
_MOST_TAGS = 20
_LONGEST_NAME = 120
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "phone": ("telefone", "celular", "whatsapp", "fone", "phone", "mobile", "numero", "tel", "contato"),
    "email": ("email", "e-mail", "mail"),
    "cpf": ("cpf",),
    "cnpj": ("cnpj",),
    "name": ("nome", "name", "cliente", "nome completo", "razao social"),
    "tags": ("tags", "tag", "etiquetas", "etiqueta", "marcadores"),
    "opted_out": ("descadastrado", "opt-out", "optout", "nao enviar", "nao perturbe"),
    "note": ("observacao", "observacoes", "notas", "nota", "obs"),
}
_YES = frozenset(("sim", "s", "1", "x", "true", "verdadeiro", "yes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a row says: identifiers in their one form, and the rest."""

    name: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    opted_out: bool = False
    note: str = ""


class RowRefused(Exception):
    """A row cannot be taken in; `reason` is a code, with the field after a colon where one is meant."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def suggest(columns: Sequence[str], known: Sequence[FieldDefinition]) -> list[str]:
    """Return a target for each column by its heading, "" where none fits; each target once."""
    found: list[str] = []
    by_label = {fold(one.label): f"fields.{one.key}" for one in known} | {one.key: f"fields.{one.key}" for one in known}
    for heading in columns:
        plain = fold(heading)
        exact = next((target for target, spoken in _WORDS.items() if plain in spoken), "")
        within = next(
            (target for target, spoken in _WORDS.items() if set(plain.replace("-", " ").split()) & {*spoken}), ""
        )
        target = by_label.get(plain) or exact or within
        found.append(target if target not in found else "")
    return found


def check_plan(targets: Sequence[str], columns: Sequence[str], known: Mapping[str, FieldDefinition]) -> None:
    """Raise `BadPlan` where the targets do not fit the columns, or nothing says who somebody is."""
    if len(targets) != len(columns):
        raise BadPlan(why="columns")
    used = [target for target in targets if target]
    for target in used:
        if target not in TARGETS and target.removeprefix("fields.") not in known:
            raise BadPlan(why="unknown_target", target=target[:80])
    twice = {target for target in used if used.count(target) > 1} - {"phone", "tags", "email"}
    if twice:
        raise BadPlan(why="target_twice", target=sorted(twice)[0])
    if not set(used) & set(IDENTIFYING):
        raise BadPlan(why="no_identifier")


def read_row(row: Sequence[str], targets: Sequence[str], known: Mapping[str, FieldDefinition]) -> Told:
    """Return what a row says; raise `RowRefused`."""
    told: dict[str, Any] = {"name": "", "tags": [], "opted_out": False, "note": ""}
    identifiers: list[tuple[str, str]] = []
    values: dict[str, Value] = {}
    for cell, target in zip(row, targets, strict=False):
        if not cell or not target:
            continue
        if target in IDENTIFYING:
            identifiers.append((target, _identifier(target, cell)))
        elif target.startswith("fields."):
            key = target.removeprefix("fields.")
            values[key] = _value(known[key], cell)
        elif target == "tags":
            told["tags"] += [name.strip()[:60] for name in cell.replace(";", ",").split(",") if fold(name)]
        elif target == "opted_out":
            told["opted_out"] = fold(cell) in _YES
        else:
            told[target] = " ".join(cell.split()) if target == "name" else cell
    if not identifiers:
        raise RowRefused("no_identifier")
    return Told(
        name=told["name"][:_LONGEST_NAME], identifiers=tuple(dict.fromkeys(identifiers)), fields=values,
        tags=tuple(told["tags"][:_MOST_TAGS]), opted_out=told["opted_out"], note=told["note"],
    )  # fmt: skip


def _identifier(kind: str, cell: str) -> str:
    clear = documents.plain(kind, cell)
    if clear is None:
        raise RowRefused(f"bad_{kind}")
    return clear


def _value(definition: FieldDefinition, cell: str) -> Value:
    try:
        return fields.read(definition, cell)
    except BadField:
        raise RowRefused(f"bad_field:{definition.key}") from None
