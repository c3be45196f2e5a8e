"""How else can the same be said, without touching what it says?

Nothing is invented: phrases are exchanged for others that mean the same (`data/policies/synonyms.txt`), away from figures, dates,
links and names; where that is too little, the text says openly that it repeats itself. The same text gives the same variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recado.nlu.emoji import without_emoji
from recado.nlu.policies.protecting import kept_parts, touches
from recado.nlu.policies.wording import leads, lowered, synonyms

_LONGEST: Final = 4_000
_FEWEST_WORDS: Final = 2
_GREETING: Final = re.compile(r"(?:olá|oi|bom dia|boa tarde|boa noite)[!,.]\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def variants(text: str, *, turn: int, names: Sequence[str] = ()) -> Iterator[str]:
    """Yield other wordings of `text`, the least changed first; `turn` says how often it has been said already (1: once).

    Nothing comes out where there is nothing to word: a link, a code, figures, emoji, a single word.
    """
    text = text.strip()
    if len(text) > _LONGEST or not _has_words(text, names):
        return
    reworded = tuple(_reworded(text, names))
    yield from reworded
    for lead in _leads(text, turn):
        yield from (f"{lead} {_lowered(_without_greeting(one), names)}" for one in (*reworded[:1], text))


def without_lead(text: str) -> str:
    """Return `text` without an opening that says that it repeats itself."""
    for lead in leads().all:
        if text.startswith(lead):
            return text[len(lead) :].lstrip()
    return text


def in_one_wording(text: str) -> str:
    """Return `text` with the first of its synonyms for every phrase: rewordings of one text come out the same."""
    known = synonyms()
    return known.pattern.sub(lambda found: known.first[found[0].lower()], text)


def _without_greeting(text: str) -> str:
    """Who repeats a question does not greet again."""
    found = _GREETING.match(text)
    return text[found.end() :] if found and len(text) > found.end() else text


def _has_words(text: str, names: Sequence[str]) -> bool:
    free = text
    for start, end in reversed(kept_parts(text, names)):
        free = f"{free[:start]} {free[end:]}"
    return len(_WORD.findall(free)) >= _FEWEST_WORDS


def _reworded(text: str, names: Sequence[str]) -> Iterator[str]:
    """Exchange every phrase that may be, for the first of its others, then for the second..."""
    known = synonyms()
    kept = kept_parts(text, names)
    # A phrase that a name or a date lies within stays; a capital that only opens a sentence is no name.
    found = [one for one in known.pattern.finditer(text) if not touches(one.span(), kept)]
    most = max((len(known.others[one[0].lower()]) for one in found), default=0)
    seen = {text}
    for choice in range(most):
        out, last = [], 0
        for one in found:
            others = known.others[one[0].lower()]
            out += [text[last : one.start()], _with_case(others[choice % len(others)], one[0])]
            last = one.end()
        candidate = "".join([*out, text[last:]])
        if candidate not in seen:
            seen.add(candidate)
            yield candidate


def _with_case(phrase: str, like: str) -> str:
    return phrase[0].upper() + phrase[1:] if like[0].isupper() else phrase[0].lower() + phrase[1:]


def _leads(text: str, turn: int) -> tuple[str, ...]:
    known = leads().asked if _asks(text) else leads().told
    first = (turn - 1) % len(known)
    return (*known[first:], *known[:first])


def _asks(text: str) -> bool:
    return without_emoji(text).rstrip(" \n)*_").endswith("?")


def _lowered(text: str, names: Sequence[str]) -> str:
    found = re.match(r"[^\W\d_]+", text)
    if found is None or found[0].lower() not in lowered() or found[0].lower() in {name.lower() for name in names}:
        return text
    return text[0].lower() + text[1:]
