"""Is a text in the organization's style, and what must change before it leaves?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from recado.nlu.emoji import emoji_of, without_emoji
from recado.nlu.normal import normalise
from recado.nlu.policies.cutting import cut
from recado.nlu.policies.markup import for_whatsapp, without_lists, without_marks
from recado.nlu.policies.questions import one_at_a_time
from recado.nlu.policies.tone import Tone, toned

Rule = Literal["markup", "bold", "lists", "tone", "emoji", "one_question", "forbidden_word", "too_long", "empty"]
WHATSAPP_TEXT: Final = 4_096
"""Characters of a text message, by the WhatsApp Cloud API's reference of messages."""
_MOST_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Style:
    """How an organization wants to sound. `longest` is in characters of one message, of which at most `most_parts` go in a row;
    `most_emoji` per text (None: any number); `forbidden` words are found in any case, accent and simple plural."""

    tone: Tone = "neutral"
    longest: int = 900
    most_parts: int = _MOST_PARTS
    most_emoji: int | None = None
    forbidden: tuple[str, ...] = ()
    bold: bool = True
    lists: bool = True
    one_question: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule changed."""

    rule: Rule
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What no rule can mend: somebody has to word it otherwise. `detail` is the word, or the number of parts."""

    rule: Rule
    detail: str


@dataclass(frozen=True, slots=True)
class Styled:
    """The text in style, as the messages it becomes, what was changed for it and what stands in its way. `held` are questions
    kept for later, one at a time."""

    parts: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join(self.parts)

    @property
    def may_leave(self) -> bool:
        return not self.problems


def apply_style(text: str, style: Style, *, names: Sequence[str] = ()) -> Styled:
    """Bring `text` into `style`. Figures, dates, links and names (`names` and what looks like one) are never changed."""
    if len(text) > WHATSAPP_TEXT * max(1, style.most_parts):
        # Nobody is sent a book: what no wording could save is not worded.
        return Styled(cut(text, WHATSAPP_TEXT), problems=(Problem("too_long", str(-(-len(text) // WHATSAPP_TEXT))),))
    changes: list[Change] = []
    for rule, step in _steps(style, names):
        now = step(text)
        if now != text:
            changes.append(Change(rule, text, now))
            text = now
    held: tuple[str, ...] = ()
    if style.one_question:
        asked = one_at_a_time(text)
        if asked.held:
            changes.append(Change("one_question", text, asked.text))
            text, held = asked.text, asked.held
    parts = cut(text, min(max(1, style.longest), WHATSAPP_TEXT))
    return Styled(parts, tuple(changes), tuple(_problems(text, parts, style)), held)


def _steps(style: Style, names: Sequence[str]) -> list[tuple[Rule, Callable[[str], str]]]:
    steps: list[tuple[Rule, Callable[[str], str]]] = [("markup", for_whatsapp)]
    if not style.bold:
        steps.append(("bold", without_marks))
    if not style.lists:
        steps.append(("lists", without_lists))
    steps.append(("tone", partial(toned, tone=style.tone, names=names)))
    if style.most_emoji is not None:
        steps.append(("emoji", partial(_with_few_emoji, most=style.most_emoji)))
    return steps


def _with_few_emoji(text: str, *, most: int) -> str:
    return text if len(emoji_of(text)) <= most else without_emoji(text, keep=most)


def _problems(text: str, parts: Sequence[str], style: Style) -> list[Problem]:
    found = [Problem("forbidden_word", word) for word in _forbidden_in(text, style.forbidden)]
    if len(parts) > style.most_parts:
        found.append(Problem("too_long", str(len(parts))))
    if not parts:
        found.append(Problem("empty", ""))
    return found


def _forbidden_in(text: str, words: Sequence[str]) -> list[str]:
    plain = " ".join(normalise(part).text for part in cut(text, WHATSAPP_TEXT // 2))
    return [word for word in words if (one := normalise(word.strip()).text) and _stands_in(one, plain)]


def _stands_in(word: str, plain: str) -> bool:
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    return re.search(rf"(?<!\w){spaced}(?:s|es)?(?!\w)", plain) is not None
