"""How does a text with Typebot's `{{Pet name}}` become one of ours, in which only known names are filled in?"""

from __future__ import annotations

import re
from collections.abc import Callable

from recado.flows.imports.typebot.findings import Report
from recado.flows.imports.typebot.names import Names

_CODE = re.compile(r"\{\{=(?:(?!\{\{=).){0,1000}?=\}\}", re.DOTALL)
_NAME = re.compile(r"\{\{([^{}]+)\}\}")
_GAP = re.compile(f"{_CODE.pattern}|{_NAME.pattern}", re.DOTALL)
_OURS = re.compile(r"\{\{|\{%|\{#|\{$")
"""What our own language would take for its own, in text that the original shows as it stands."""

Fill = Callable[[str], str]
"""What stands for a variable, given its safe name."""


def plain(safe: str) -> str:
    """The variable's value as text."""
    return f"{{{{ {safe} }}}}"


def protected(text: str) -> str:
    """Text that comes out exactly as it stands."""
    return _OURS.sub(lambda found: '{{ "' + found[0] + '" }}', text)


def names_in(text: str) -> list[str]:
    """The names between braces, in their order."""
    return [found[1] for found in _NAME.finditer(_CODE.sub("", text))]


def only_name(text: str) -> str | None:
    """The one name that the whole text consists of, or None."""
    found = _NAME.fullmatch(text.strip())
    return found[1] if found and not text.strip().startswith("{{=") else None


class Rewriter:
    """Rewrites texts of one bot; what cannot be carried is reported at the place given."""

    def __init__(self, names: Names, report: Report) -> None:
        self._names, self._report = names, report

    def text(self, text: str, place: str, fill: Fill = plain) -> str:
        """The same text as a template of ours: never unreadable, and nothing in it but the original's names is read."""
        pieces: list[str] = []
        at = 0
        for gap in _GAP.finditer(text):
            pieces.append(protected(text[at : gap.start()]))
            pieces.append(self._gap(gap, place, fill))
            at = gap.end()
        pieces.append(protected(text[at:]) if at else protected(text))
        return "".join(pieces)

    def _gap(self, gap: re.Match[str], place: str, fill: Fill) -> str:
        if gap[1] is None or gap[1].startswith("="):
            self._report.add("inline_code", place, source=gap[0])
            return ""
        safe = self.variable(gap[1], place)
        return fill(safe) if safe else ""

    def variable(self, name: str, place: str) -> str:
        """The safe name of a variable that a text names; empty, and reported, where there is none."""
        safe = self._names.by_name.get(name, "")
        if not safe:
            near = self._names.nearest(name)
            hint = f" Seria {{{{{near}}}}}?" if near else ""
            self._report.add("unknown_variable", place, name=name, hint=hint)
        return safe


def split_template(text: str, limit: int) -> list[str]:
    """The template in pieces of at most `limit` characters, cut at lines or blanks outside of `{{ }}`."""
    pieces: list[str] = []
    while len(text) > limit:
        at = _cut_at(text, limit)
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [piece for piece in (*pieces, text) if piece]


def _cut_at(text: str, limit: int) -> int:
    for mark in ("\n", " "):
        at = text.rfind(mark, limit // 4, limit)
        while at > 0 and not _is_outside(text, at):
            at = text.rfind(mark, limit // 4, at)
        if at > 0:
            return at
    at = text.rfind("{{", 0, limit)
    return at if at > 0 and not _is_outside(text, limit) else limit


def _is_outside(text: str, at: int) -> bool:
    return text.rfind("{{", 0, at) <= text.rfind("}}", 0, at)
