"""Which parts of a text must leave exactly as they are?

Figures, dates, hours, money, links, addresses, names, codes, quotations, what is in bold and the holes of templates: whoever
words a text anew keeps away from them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

_FIXED: Final = re.compile(
    r"\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|\[\w{1,40}\]"  # holes of templates
    r"|\"[^\"\n]{0,300}\"|“[^”\n]{0,300}”|\*[^*\n]{1,300}\*|`[^`\n]{1,300}`"  # quotations and what is in bold
    r"|R\$\s?\S+|#\w+"
)
_PIECE: Final = re.compile(r"\S+")
_OF_FACT: Final = re.compile(r"\d|@|://|www\.|\.(?:com|net|org|br|app|io|me)\b")
"""What makes a piece between blanks a figure, an hour, a link or an address."""
_TIMES: Final = re.compile(
    r"\b(?:hoje|amanhã|amanha|ontem|anteontem|segunda|terça|terca|quarta|quinta|sexta|sábado|sabado|domingo|janeiro|fevereiro|março"
    r"|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|manhã|tarde|noite|madrugada|meio-dia|meia-noite|semana|mês|ano"
    r"|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|quinze|vinte|trinta|quarenta|cinquenta|cem|mil|meia)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"\b[A-ZÀ-Ý][\wÀ-ÿ'-]*")
_BACK: Final = 80
_OPENS: Final = frozenset(".!?\n:*•-–—…")


def kept_parts(text: str, names: Sequence[str] = ()) -> tuple[tuple[int, int], ...]:
    """Return the places that stay as they are, in order, none over another; `names` are further words to keep, in any case."""
    spans = [found.span() for pattern in (_FIXED, _TIMES) for found in pattern.finditer(text)]
    spans += [found.span() for found in _PIECE.finditer(text) if _OF_FACT.search(found[0])]
    spans += [found.span() for found in _NAME.finditer(text) if not _opens_sentence(text, found.start())]
    for name in names:
        if name.strip():
            spans += [found.span() for found in re.finditer(rf"\b{re.escape(name.strip())}\b", text, re.IGNORECASE)]
    return tuple(_joined(spans))


def touches(span: tuple[int, int], kept: Sequence[tuple[int, int]]) -> bool:
    """Whether a place overlaps one of `kept`, which stays as it is."""
    at = bisect_left(kept, (span[1], 0))
    return at > 0 and kept[at - 1][1] > span[0]


def facts_of(text: str) -> tuple[str, ...]:
    """Return what a text says in figures, links, days and names, sorted: two texts with other facts are never the same."""
    return tuple(sorted(text[start:end].strip('.,;:!?*"()').lower() for start, end in kept_parts(text)))


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - _BACK) : at].rstrip(" \t\"'(*_¡¿")
    return not before or before[-1] in _OPENS or not (before[-1].isalnum() or before[-1] in ",;)")


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
