"""How does a flow come in from a file, and leave as one?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from recado.flows.errors import ImportUnreadable
from recado.flows.imports.typebot import TypebotUnreadable, convert
from recado.flows.text import TextUnreadable, read, write
from recado.foundation.untrusted_json import JsonRefused, read_json

Format = Literal["json", "yaml", "typebot"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about what was carried over, in Portuguese."""

    severity: Literal["info", "warning", "error"]
    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A definition, the name it had, and what became of the original."""

    definition: Mapping[str, Any]
    name: str
    report: Sequence[Finding]


def read_import(format: Format, text: str) -> Imported:
    """Read a flow from a file's text; raise `ImportUnreadable`."""
    if format == "yaml":
        return _from_yaml(text)
    data = _json(text)
    # Whoever picks a file rarely knows who wrote it; a bot of Typebot's is told by its groups.
    if format == "typebot" or (isinstance(data, Mapping) and "groups" in data and "nodes" not in data):
        return _from_typebot(data)
    if not isinstance(data, Mapping) or "nodes" not in data:
        raise ImportUnreadable(line=0, sentence="O arquivo é JSON, mas não é um fluxo: falta a lista de nós (“nodes”).")
    return Imported(data, _name(data), ())


def write_export(format: Literal["json", "yaml"], definition: Mapping[str, Any], *, bot: str) -> str:
    """Return the text of a flow's file; reading it gives the same definition back."""
    if format == "yaml":
        return write(definition, bot=bot)
    return json.dumps(definition, indent=2, ensure_ascii=False) + "\n"


def _from_yaml(text: str) -> Imported:
    try:
        definition = read(text)
    except TextUnreadable as fault:
        first = fault.faults[0]
        raise ImportUnreadable(line=first.line, sentence=_sentence(first.sentence)) from None
    return Imported(definition, _name(definition), ())


def _from_typebot(data: object) -> Imported:
    try:
        converted = convert(data)
    except TypebotUnreadable as fault:
        raise ImportUnreadable(line=0, sentence=fault.sentence) from None
    report = [Finding(one.severity, one.place, one.sentence) for one in converted.report]
    return Imported(converted.definition, _name(converted.definition), report)


def _json(text: str) -> object:
    try:
        return read_json(text.encode(), max_nodes=200_000)
    except JsonRefused as fault:
        raise ImportUnreadable(line=0, sentence=_JSON_FAULTS[fault.code]) from None


def _name(definition: Mapping[str, Any]) -> str:
    name = definition.get("name")
    return name if isinstance(name, str) else ""


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"


_JSON_FAULTS: Mapping[str, str] = {
    "encoding": "O arquivo não está em UTF-8.",
    "syntax": "O arquivo não é JSON: há um erro de escrita.",
    "depth": "O arquivo tem níveis demais, um dentro do outro.",
    "nodes": "O arquivo é grande demais.",
    "number": "Há no arquivo um número grande demais, ou que não é número.",
    "duplicate_key": "Há no arquivo um objeto que diz a mesma chave duas vezes.",
}
