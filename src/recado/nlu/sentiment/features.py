"""What does a model of feelings look at in a message?

Words and pairs of them, marked where they are denied ("-gostei"), stems likewise, letters within words, and what the lexicon, the
emoji and the way of writing say; the clause after a "mas" once more by itself, for it is what the sentence comes to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from recado.nlu.emoji import emoji_of
from recado.nlu.intents.stems import stem
from recado.nlu.intents.words import abbreviations
from recado.nlu.negation import scopes
from recado.nlu.normal import normalise
from recado.nlu.sentiment.lexicon import Hit, emoji_senses, lexicon
from recado.nlu.tokens import Token, tokens_of

BLOCKS: Final = ("w", "t", "c", "x")
"""Words, stems, letters, signs: the first letter of every feature."""
LOOKED_AT: Final = 800
"""Characters that are looked at: whoever has not said by then how they feel has not said it."""
_MOST_TOKENS: Final = 130
_LETTERS: Final = (3, 4, 5)
_LONGEST_WORD: Final = 20
_LAUGH: Final = re.compile(r"k{1,40}|(?:ha|he|hi|hu|rs|ks|ka){2,20}h?|rs|a?(?:ha){2,20}")
_DRAWN: Final = re.compile(r"([^\W\d_])\1{2,}")
_SHOUT: Final = re.compile(r"\b[A-ZÀ-Ý]{4,}\b")
_WISHES: Final = frozenset({
    "bom", "boa", "bons", "boas", "otimo", "otima", "otimos", "otimas", "excelente", "feliz", "lindo", "linda",
    "abencoado", "abencoada", "tudo", "melhor",
})  # fmt: skip
_WISHED: Final = frozenset({
    "dia", "tarde", "noite", "semana", "feriado", "descanso", "trabalho", "fim", "final", "natal", "pascoa", "ano",
    "festas", "sorte", "viagem", "carnaval", "domingo", "sabado", "sexta", "segunda", "terca", "quarta", "quinta",
    "mes", "madrugada", "bem", "bom", "certo", "tranquilo", "joia", "aniversario",
})  # fmt: skip
_GREETING: Final = frozenset((wish, wished) for wish in _WISHES for wished in _WISHED) - {
    ("bom", "bem"), ("bom", "bom"), ("otimo", "trabalho"), ("excelente", "trabalho"), ("lindo", "trabalho"), ("tudo", "certo"),
    ("bom", "final"), ("boa", "final"), ("melhor", "dia"),
}  # fmt: skip
_WANTS: Final = frozenset({
    "quero", "queria", "gostaria", "preciso", "precisava", "procuro", "busco", "tem", "tenho", "qual", "quais",
    "quanto", "quantos", "como", "onde", "quando", "pode", "poderia", "vou", "posso", "da", "faz", "e", "que",
    "quem", "se", "manda", "me", "minha", "meu",
})  # fmt: skip
_LITTLE: Final = frozenset({"pouco", "pouca", "poucos", "poucas", "zero", "falta", "faltou"})
_GOOD_MARK: Final = 8
# Praise beside a time that passed, a repetition or a lack is often none: "que lindo, duas horas na fila".
_MOCKED: Final = {
    "time": frozenset({"hora", "horas", "dia", "dias", "semana", "semanas", "mes", "meses", "minutos"}),
    "again": frozenset({"novo", "outra", "vezes", "mais"}),
    "lack": frozenset({"sem", "falta", "toa"}),
    "number": frozenset({"<n>", "duas", "dois", "tres", "quatro"}),
}
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A message in words: `denied` says which stand under a denial, `turn` where the part after the last contrast begins."""

    text: str
    words: tuple[str, ...]
    denied: tuple[bool, ...]
    turn: int
    hits: tuple[Hit, ...]
    emoji: tuple[str, ...]

    def marked(self, at: int) -> str:
        return f"-{self.words[at]}" if self.denied[at] else self.words[at]


def read_words(text: str) -> Said:
    """Read a message into words, denials, contrast, lexicon and emoji."""
    text = text[:LOOKED_AT]
    tokens = _expanded(tokens_of(normalise(text).text)[:_MOST_TOKENS])
    denied = [False] * len(tokens)
    for _, start, end in scopes(tokens):
        denied[start:end] = [True] * (end - start)
    words = tuple(token.text for token in tokens)
    _deny_after_little(words, denied)
    hits = lexicon().hits(words)
    turns = [hit.end for hit in hits if hit.section == "turn" and hit.start > 0 and hit.end < len(words)]
    return Said(text, words, tuple(denied), turns[-1] if turns else 0, hits, emoji_of(text))


def _deny_after_little(words: Sequence[str], denied: list[bool]) -> None:
    """ "Pouco profissional", "zero respeito", "falta de educação"; "um pouco caro" denies nothing."""
    for at, word in enumerate(words):
        if word not in _LITTLE or (at and words[at - 1] in {"um", "uma"}):
            continue
        for reached in range(at + 1, min(at + 3, len(words))):
            if not words[reached].isalpha() or words[reached] in {"mas", "e"}:
                break
            denied[reached] = True


def features_of(text: str) -> list[str]:
    """Return the features of a message."""
    return features_of_words(read_words(text))


def features_of_words(said: Said) -> list[str]:
    """Return the features of a message that has been read into words."""
    return [*_words(said), *_letters(said), *_signs(said), *_writing(said)]


def polarity(said: Said, start: int = 0) -> tuple[int, int]:
    """Return how much of the lexicon pleases and displeases from the word at `start` on; what is denied turns round."""
    good = bad = 0
    for hit in said.hits:
        if hit.start < start or not hit.weight:
            continue
        weight = hit.weight
        if said.denied[hit.start]:
            # "não é ruim" is no praise, "não gostei" is a complaint.
            weight = -weight if weight > 0 else 1
        good, bad = good + max(weight, 0), bad + max(-weight, 0)
    return good, bad


def _expanded(tokens: Sequence[Token]) -> list[Token]:
    """Abbreviations written out, laughter as one word, figures as one; greetings out of the way of "bom" and "boa"."""
    short = abbreviations()
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.is_word and _LAUGH.fullmatch(token.text):
            out.append(Token("<riso>", token.start, token.end))
        elif token.text.isdecimal():
            out.append(Token(_figure(tokens, at), token.start, token.end))
        else:
            out += [Token(word, token.start, token.end) for word in short.get(token.text, (token.text,))]
    for at, (one, other) in enumerate(pairwise(out)):
        if (one.text, other.text) in _GREETING:
            out[at], out[at + 1] = Token("<oi>", one.start, one.end), Token("<oi>", other.start, other.end)
    return out


def _figure(tokens: Sequence[Token], at: int) -> str:
    """A mark that somebody gives says something, any other figure that it is one: "nota 10", "5 estrelas", "10/10"."""
    value = int(tokens[at].text[:6])
    beside = {token.text for token in tokens[max(0, at - 1) : at + 2]}
    if "estrelas" in beside or "estrela" in beside:
        return "<nota_boa>" if value >= 4 else "<nota_ruim>"  # noqa: PLR2004
    if "nota" in beside or ("/" in beside and value == 10 and len(tokens) <= 5):  # noqa: PLR2004
        return "<nota_boa>" if value >= _GOOD_MARK else "<nota_ruim>"
    return "<n>"


def _words(said: Said) -> Iterator[str]:
    marked = [said.marked(at) for at in range(len(said.words))]
    yield from (f"w{word}" for word in marked)
    yield from (f"w{one} {other}" for one, other in pairwise(["^", *marked, "$"]))
    yield from (f"w{one} {two} {three}" for one, two, three in zip(marked, marked[1:], marked[2:], strict=False))
    stems = [f"-{stem(word[1:])}" if word[0] == "-" and len(word) > 1 else stem(word) for word in marked]
    yield from (f"t{one}" for one in stems)
    yield from (f"t{one} {other}" for one, other in pairwise(stems))
    if said.turn:
        yield from (f"wmas {word}" for word in marked[said.turn :])


def _letters(said: Said) -> Iterator[str]:
    for at, word in enumerate(said.words):
        if word.isalpha():
            yield from _grams(word, said.denied[at])


@lru_cache(maxsize=20_000)
def _grams(word: str, denied: bool) -> tuple[str, ...]:
    padded = f" {word[:_LONGEST_WORD]} "
    mark = "c-" if denied else "c"
    return tuple(f"{mark}{padded[at : at + size]}" for size in _LETTERS for at in range(len(padded) - size + 1))


def _signs(said: Said) -> Iterator[str]:
    good, bad = polarity(said)
    yield from _counted("good", good)
    yield from _counted("bad", bad)
    leans = f"xleans {(good > bad) - (good < bad)}"
    yield leans
    if "?" in said.words:
        yield f"{leans} asking"
    first = next((word for word in said.words if word[0].isalpha()), "")
    yield f"{leans} {first}" if first in _WANTS else f"{leans} telling"
    if any(said.denied):
        yield f"{leans} denying"
    if good > bad and not said.turn:
        yield from (f"xpraise with {name}" for name, told in _MOCKED.items() if told & set(said.words))
    if good and bad:
        yield "xboth"
    if said.turn:
        after = polarity(said, said.turn)
        yield f"xturned {(after[0] > after[1]) - (after[0] < after[1])}"
    yield from (f"x{section}" for section in sorted({hit.section for hit in said.hits} - {"+1", "-1"}))
    senses = emoji_senses()
    found = [senses.get(sign.rstrip("\ufe0f"), senses.get(sign, senses.get(sign[0], "0"))) for sign in said.emoji]
    for sense in ("+1", "-1", "?", "0"):
        yield from _counted(f"emoji {sense}", found.count(sense))


def _writing(said: Said) -> Iterator[str]:
    text = said.text
    if "?" in text:
        yield "xasks"
        yield from _counted("asks", text.count("?"))
        if text.rstrip().endswith("?"):
            yield "xends asking"
    if "!" in text:
        yield from _counted("exclaims", text.count("!"))
    if any(word == "<riso>" for word in said.words):
        yield "xlaughs"
    if any(said.denied):
        yield "xdenies"
    if _DRAWN.search(text):
        yield "xdraws"
    if _SHOUT.search(text):
        yield "xshouts"
    words = sum(word[0].isalpha() for word in said.words)
    yield f"xlength {min(words, 4) if words < 5 else 8 if words < 9 else 16 if words < 17 else 32}"  # noqa: PLR2004


def _counted(name: str, times: int) -> Iterable[str]:
    return (f"x{name} {least}" for least in range(1, min(times, _MOST) + 1))
