"""Does any text at all break the understanding, or hold it up?"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

import pytest

from recado.nlu.intents.phrases import package_phrases
from recado.nlu.models import Context, Role
from recado.nlu.understanding import understand, warm_up

MOST_MS = 50
LONG = 100_000
"""Characters of the longest texts: 100 KB."""

PIECES = (
    "R$ 45.000,00", "12/03/2026", "às 15h30", "(11) 98765-4321", "123.456.789-09", "11.222.333/0001-81", "13040-000",
    "ABC1D23", "a@b.com.br", "https://x.co/?a=1", "quinta-feira", "de 10 a 20 mil", "60x", "não", "pra", "vc", "é",
    "depois de amanhã", "meia hora", "shih tzu", "corolla 2020", "😡", "👩‍👩‍👧‍👦", "\u202e", "\u200b", "\ufeff", "\u0301",
    "\ud800", "ﷺ", "Ǆ", "ß", "İ", "ſ", "①", "½", "٣", "𝟗", "\x00", "\r\n", "\u2028", "((((", "))))", "....", "----",
    "////", "e e e e", "1 1 1 1", "até até até", "9" * 40, "a" * 60, "%s{0}", "a@", "x.", "1/", "\t \t", "https://",
)  # fmt: skip


def _any_characters(chance: random.Random) -> str:
    blocks = ((32, 126), (160, 591), (768, 879), (1_424, 1_791), (8_192, 8_303), (0x1F300, 0x1FAFF), (0, 0x10FFFF))
    first, last = chance.choice(blocks)
    return "".join(chr(chance.randint(first, last)) for _ in range(chance.randint(0, 120)))


def _pieces(chance: random.Random) -> str:
    return chance.choice(("", " ", ", ")).join(chance.choice(PIECES) for _ in range(chance.randint(1, 30)))


def _mangled(chance: random.Random) -> str:
    text = list(chance.choice(PHRASES))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        text[at : at + chance.randint(0, 2)] = list(chance.choice(PIECES))
    return "".join(text)


def _long(chance: random.Random) -> str:
    unit = chance.choice((*PIECES, chance.choice(PHRASES), _pieces(chance)))
    return (unit * (LONG // len(unit) + 1))[:LONG]


pytestmark = pytest.mark.no_cover  # what is timed is not traced
PHRASES = tuple(phrase.text for phrase in package_phrases())
ROLES: tuple[Role, ...] = ("customer", "owner", "")
KINDS: tuple[Callable[[random.Random], str], ...] = (_any_characters, _pieces, _mangled)
ONE_LONG_IN = 50


def texts(count: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)  # noqa: S311 a repeatable one is wanted
    for number in range(count):
        yield _long(chance) if number % ONE_LONG_IN == 0 else chance.choice(KINDS)(chance)


def hold(count: int, seed: int) -> None:
    """Read every text; a slow one is given two more chances, in time of the processor, for the machine has others to serve."""
    warm_up()
    slow: list[tuple[float, str]] = []
    for number, text in enumerate(texts(count, seed)):
        context = Context(role=ROLES[number % len(ROLES)], vertical="pet", asked="confirm" if number % 2 else "")
        took = _milliseconds(text, context)
        if (
            took > MOST_MS
            and (took := min(took, _milliseconds(text + " ", context), _milliseconds(text + "  ", context))) > MOST_MS
        ):
            slow.append((took, text[:80]))
    assert not slow, f"{len(slow)} of {count}, the slowest {max(slow)!r}"


def _milliseconds(text: str, context: Context) -> float:
    began = time.process_time()
    found = understand(text, context)
    took = (time.process_time() - began) * 1000
    assert found.text == text
    assert 0 <= found.intent.probability <= 1
    assert all(0 <= one.start <= one.end <= len(text) for one in found.entities), found.entities
    assert -1 <= found.sentiment.score <= 1
    return took


def test_no_text_breaks_it_or_holds_it_up() -> None:
    hold(2_000, seed=1)


@pytest.mark.nightly
def test_a_hundred_thousand_texts_neither() -> None:
    hold(100_000, seed=2)
