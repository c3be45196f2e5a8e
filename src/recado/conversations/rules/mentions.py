"""Whom does a note call by name?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from recado.conversations.teamwork_models import Colleague
from recado.foundation.text import fold

MOST = 20
"""People that one note calls; who wants more wants a team."""
_AT = re.compile(r"(?<![0-9a-z_.@])@")
_LETTER = re.compile(r"[0-9a-z_]")


def called(text: str, people: Sequence[Colleague]) -> tuple[Colleague, ...]:
    """Return whom `text` calls with @ and a name, each once, in the order of the text.

    Accents and case do not matter. The longest name that fits counts, so that "@Ana Paula" is not Ana; a first name alone
    is enough where only one person has it. An e-mail address calls nobody.
    """
    folded = fold(text)
    names = _names(people)
    found: dict[UUID, Colleague] = {}
    for at in _AT.finditer(folded):
        rest = folded[at.end() :]
        match = next((one for name, one in names if rest.startswith(name) and _ends(rest, len(name))), None)
        if match is not None:
            found[match.id] = match
    return tuple(found.values())


def _names(people: Sequence[Colleague]) -> list[tuple[str, Colleague]]:
    """Return every way to call somebody that means one person, the longest first."""
    whole = [(fold(one.name), one) for one in people if fold(one.name)]
    first = [(name.partition(" ")[0], one) for name, one in whole]
    full_names = Counter(name for name, _ in whole)
    ambiguous = Counter(name for name, _ in first)
    ways = {name: one for name, one in first if ambiguous[name] == 1 and name not in full_names}
    ways |= {name: one for name, one in whole if full_names[name] == 1}
    return sorted(ways.items(), key=lambda way: -len(way[0]))


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or _LETTER.match(text[at]) is None
