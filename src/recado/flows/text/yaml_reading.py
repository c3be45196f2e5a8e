"""What does a YAML text hold, and on which line does each part stand?

A plain subset is read: no tags, no anchors and aliases (ten lines of those can stand for gigabytes), one document, no key
twice. Nothing here recurses, so no depth of nesting can break it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from recado.flows.engine.values import clean_text
from recado.flows.text.faults import Fault, TextUnreadable
from recado.flows.text.scalars import resolve

MAX_TEXT = 2_000_000
"""Characters: five hundred nodes of the longest texts fit."""
MAX_DEPTH = 40
MAX_PARTS = 100_000
Path = tuple[str | int, ...]
_ROOT = "documento"


@dataclass(frozen=True, slots=True)
class Document:
    """The value of a text. `lines` has the line of every part by its path; `words` what stood for a number, true, false
    or null, for a reader who wants the text (`1.50` as an answer, not 1.5)."""

    value: Any
    lines: Mapping[Path, int]
    words: Mapping[Path, str]

    def line_of(self, path: Path) -> int:
        """The line of a part, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


@dataclass(slots=True)
class _Reader:
    lines: dict[Path, int] = field(default_factory=dict)
    words: dict[Path, str] = field(default_factory=dict)
    around: list[_Open] = field(default_factory=list)
    root: Any = None
    documents: int = 0
    parts: int = 0

    def take(self, event: Any) -> None:
        """Take one event of the parser."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _refused("several_documents", event, "o arquivo deve ter um só documento (tire o “---”)")
        elif isinstance(event, yaml.AliasEvent):
            raise _refused("alias", event, f"apelidos de YAML (*{event.anchor}) não são aceitos: escreva o valor")
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_marks(event)
            self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.around.pop()

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            raise _refused("alias", event, f"âncoras de YAML (&{event.anchor}) não são aceitas")
        if event.tag is not None:
            raise _refused("tag", event, f"etiquetas de YAML ({event.tag[:40]}) não são aceitas")
        self.parts += 1
        if self.parts > MAX_PARTS:
            raise _refused("too_many", event, f"o arquivo tem mais de {MAX_PARTS} partes")

    def _scalar(self, event: Any) -> None:
        inside = self.around[-1] if self.around else None
        if inside is not None and isinstance(inside.value, dict) and inside.key is None:
            self._key(inside, inside.value, event)
            return
        value = resolve(event.value) if event.implicit[0] else event.value
        path = self._place(event)
        if not isinstance(value, str):
            self.words[path] = event.value
        self._put(value)

    def _key(self, inside: _Open, value: dict[str, Any], event: Any) -> None:
        if event.value in value:
            raise _refused("duplicate_key", event, f"a chave “{event.value[:60]}” aparece duas vezes")
        if event.value == "<<" and event.implicit[0]:
            raise _refused("alias", event, "a chave “<<” (juntar) não é aceita")
        inside.key = event.value
        self.lines[(*inside.path, event.value)] = event.start_mark.line + 1

    def _open(self, event: Any) -> None:
        inside = self.around[-1] if self.around else None
        if inside is not None and isinstance(inside.value, dict) and inside.key is None:
            raise _refused("bad_key", event, "uma chave deve ser um texto; falta aspas em volta de “{{ }}”?")
        if len(self.around) >= MAX_DEPTH:
            raise _refused("too_deep", event, f"mais de {MAX_DEPTH} níveis, um dentro do outro")
        path = self._place(event)
        opened: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._put(opened)
        self.around.append(_Open(opened, path))

    def _place(self, event: Any) -> Path:
        """Where the next value stands; its line is noted unless its key's is."""
        if not self.around:
            self.lines[()] = event.start_mark.line + 1
            return ()
        inside = self.around[-1]
        if isinstance(inside.value, dict):
            return (*inside.path, str(inside.key))
        path = (*inside.path, len(inside.value))
        self.lines[path] = event.start_mark.line + 1
        return path

    def _put(self, value: Any) -> None:
        if not self.around:
            self.root = value
            return
        inside = self.around[-1]
        if isinstance(inside.value, list):
            inside.value.append(value)
        else:
            inside.value[str(inside.key)] = value
            inside.key = None


def read_yaml(text: str) -> Document:
    """Read a text; raises TextUnreadable with the line and a sentence."""
    if len(text) > MAX_TEXT:
        raise TextUnreadable([Fault("too_large", 1, 1, f"o texto passa de {MAX_TEXT} caracteres")])
    if clean_text(text) != text:
        raise TextUnreadable([Fault("bad_characters", 1, 1, "o texto tem caracteres que não são de texto")])
    reader = _Reader()
    try:
        for event in _events(text):
            reader.take(event)
    except yaml.YAMLError as fault:
        raise TextUnreadable([_syntax(fault)]) from fault
    return Document(reader.root, reader.lines, reader.words)


def _events(text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.parse(text, Loader=loader)


def _refused(code: str, event: Any, sentence: str) -> TextUnreadable:
    mark = event.start_mark
    return TextUnreadable([Fault(code, mark.line + 1, mark.column + 1, sentence)])


def _syntax(fault: yaml.YAMLError) -> Fault:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = str(getattr(fault, "problem", None) or getattr(fault, "reason", None) or "")
    return Fault("bad_yaml", line, column, f"isto não é YAML: {_in_words(problem)}")


def _in_words(problem: str) -> str:
    """The parser's complaint in the words of the person who wrote the text."""
    return next((words for part, words in _COMPLAINTS.items() if part in problem), problem or "não consegui ler")


_COMPLAINTS = {
    "found character '\\t'": "há uma tabulação onde deviam estar espaços",
    "cannot start any token": "um texto que começa com este sinal precisa de aspas",
    "mapping values are not allowed": "há dois-pontos no meio de um texto sem aspas, ou o recuo está errado",
    "could not find expected ':'": "falta “:” depois da chave, ou um texto longo está sem aspas",
    "did not find expected key": "o recuo não combina com as linhas de cima",
    "did not find expected '-' indicator": "o recuo desta lista não combina com as linhas de cima",
    "did not find expected ',' or": "falta uma vírgula ou o fecho de “{” ou “[”",
    "expected ',' or": "falta uma vírgula ou o fecho de “{” ou “[”",
    "unexpected end of stream": "as aspas não fecham",
    "block sequence entries are not allowed": "o “-” da lista está no lugar errado",
    "control characters": "há um caractere de controle no texto",
    "found unknown escape character": "depois de “\\” vem uma letra que não é escape; use “\\\\” para a barra",
}
