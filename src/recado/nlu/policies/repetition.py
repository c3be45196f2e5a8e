"""Has this been said already, and what leaves instead?

A message is compared with the last `RECENT` that the same side sent in the conversation: by the hash of its content (case,
accents, signs and emoji do not count) and by how alike the words are, as long as figures, links and days agree. What repeats
itself is worded anew; where that cannot be done honestly, or it has been said often enough, it is withheld.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from recado.nlu.normal import normalise
from recado.nlu.policies.protecting import facts_of
from recado.nlu.policies.reformulating import in_one_wording, variants, without_lead

RECENT: Final = 5
"""Messages that are looked back at."""
_ALIKE: Final = 0.85
"""From here on two texts with the same facts are the same message: a greeting more or a word exchanged."""
_OFTEN: Final = 3
"""So often among the last five and nobody has asked for it: a further time is spam."""
_LONGEST: Final = 4_000
_WORD: Final = re.compile(r"[a-z0-9]+")

Decision = Literal["send", "reformulate", "withhold"]
Reason = Literal["new", "asked_for", "same", "alike", "nothing_to_reword", "said_too_often"]


@dataclass(frozen=True, slots=True)
class Repetition:
    """What becomes of a message: `text` is what leaves ("" where nothing does), `like` which of the recent ones it repeats
    (0: the latest), `similarity` how much, from 0 to 1."""

    decision: Decision
    reason: Reason
    text: str
    like: int | None = None
    similarity: float = 0.0


def guard_repetition(
    text: str, recent: Sequence[str], *, asked_for: bool = False, names: Sequence[str] = ()
) -> Repetition:
    """Decide what becomes of `text` after `recent`, the messages sent before it, the latest first.

    `asked_for`: the person has asked for it since, so silence would be worse than a repetition: it is worded anew where it can
    be and never withheld. `names` are words that stay as they are besides those that look like names.
    """
    before = [one for one in recent[:RECENT] if one.strip()]
    alike = [similarity(text, one) for one in before]
    repeated = [index for index, value in enumerate(alike) if value >= _ALIKE]
    if not repeated or not text.strip():
        return Repetition("send", "new", text)
    like = max(repeated, key=lambda index: alike[index])
    reason: Reason = "same" if content_hash(before[like]) == content_hash(text) else "alike"
    if len(repeated) >= _OFTEN and not asked_for:
        return Repetition("withhold", "said_too_often", "", like, alike[like])
    hashes = {content_hash(one) for one in before}
    for variant in variants(text, turn=len(repeated), names=names):
        kept_facts = facts_of(without_lead(variant)) == facts_of(text)
        if kept_facts and content_hash(variant) not in hashes and _says_anew(variant, before):
            return Repetition("reformulate", reason, variant, like, alike[like])
    if asked_for:
        return Repetition("send", "asked_for", text, like, alike[like])
    return Repetition("withhold", "nothing_to_reword", "", like, alike[like])


def content_hash(text: str) -> str:
    """Return a digest (SHA-256, hexadecimal) of what `text` says: case, accents, signs, emoji and blanks do not count."""
    words = " ".join(_WORD.findall(normalise(text[:_LONGEST]).text))
    return hashlib.sha256((words or text.strip()).encode("utf-8", "surrogatepass")).hexdigest()


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 0 where their figures, links or days differ.

    An opening that says that something is repeated does not count, nor does which of two synonyms is used.
    """
    one, other = without_lead(one[:_LONGEST].strip()), without_lead(other[:_LONGEST].strip())
    if content_hash(one) == content_hash(other):
        return 1.0
    if facts_of(one) != facts_of(other):
        return 0.0
    return max(_overlap(one, other), _overlap(in_one_wording(one), in_one_wording(other)))


def _says_anew(variant: str, before: Sequence[str]) -> bool:
    """Whether a reader would notice: the opening says that it is a repetition, or the words are others than all before."""
    return without_lead(variant) != variant or all(_overlap(variant, one) < _ALIKE for one in before)


def _pieces(text: str) -> Iterator[str]:
    """Words, and pairs of them, so that the order counts."""
    words = _WORD.findall(normalise(text).text)
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))


def _overlap(one: str, other: str) -> float:
    mine, theirs = Counter(_pieces(one)), Counter(_pieces(other))
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0
