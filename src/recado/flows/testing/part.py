"""What stands at one place of a text of cases, and how is it said that it should be something else?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recado.flows.engine.values import Value, clean
from recado.flows.text.faults import Fault
from recado.flows.text.yaml_reading import Document, Path


class Misread(Exception):
    """One fault; the rest of the text is still read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Part:
    """A value of a document with its place."""

    document: Document
    path: Path
    value: Any

    @property
    def line(self) -> int:
        """Its line, from 1."""
        return self.document.line_of(self.path)

    def wrong(self, code: str, sentence: str) -> Misread:
        """What to raise where this is not what it should be."""
        return Misread(Fault(code, self.line, 1, sentence))

    def into(self, key: str) -> Part:
        """The part under a key; nothing where there is none."""
        return Part(self.document, (*self.path, key), self.value.get(key) if isinstance(self.value, Mapping) else None)

    def has(self, key: str) -> bool:
        """Is the key there with something under it?"""
        return isinstance(self.value, Mapping) and self.value.get(key) is not None

    def items(self, limit: int) -> Iterator[Part]:
        """The parts of a list."""
        if not isinstance(self.value, list):
            raise self.wrong("not_a_list", "aqui deve haver uma lista, cada item começando com “- ”")
        if len(self.value) > limit:
            raise self.wrong("too_many", f"são {len(self.value)} itens; o limite é {limit}")
        for at, item in enumerate(self.value):
            yield Part(self.document, (*self.path, at), item)

    def pairs(self) -> Iterator[tuple[str, Part]]:
        """The keys of a mapping with their parts."""
        if not isinstance(self.value, Mapping):
            raise self.wrong("not_a_mapping", "aqui deve haver “chave: valor”")
        for key in self.value:
            yield key, self.into(key)

    def known(self, keys: Collection[str], what: str) -> None:
        """Refuse a key that is none of these."""
        for key, part in self.pairs():
            if key not in keys:
                raise part.wrong("unknown_key", f"“{key}” não é parte de {what}; conheço: {', '.join(keys)}")

    def text(self) -> str:
        """A text: of a number or of true the way it was written."""
        if isinstance(self.value, str):
            return self.value
        word = self.document.words.get(self.path)
        if self.value is None or word is None:
            raise self.wrong("not_a_text", "aqui deve haver um texto; com “{ }” ou “[ ]” ele precisa de aspas")
        return word

    def texts(self) -> tuple[str, ...]:
        """One text or a list of them."""
        if isinstance(self.value, list):
            return tuple(part.text() for part in self.items(100))
        return (self.text(),)

    def truth(self) -> bool:
        """Yes or no."""
        if isinstance(self.value, bool):
            return self.value
        word = str(self.value).strip().lower()
        if word not in ("sim", "yes", "não", "nao", "no"):
            raise self.wrong("not_a_truth", "aqui deve haver true ou false")
        return word in ("sim", "yes")

    def values(self) -> dict[str, Value]:
        """A mapping of names to values of any kind."""
        return {key: clean(part.value) for key, part in self.pairs()}
