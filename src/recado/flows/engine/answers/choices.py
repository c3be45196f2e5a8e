"""Which of the offered choices did the person mean: by tap, title, number, place in the list, or nearly so?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recado.flows.engine.folding import fold, words

_YES = frozenset(
    "sim s ss sss sin simm claro isso pode ok okay blz beleza uhum aham yes confirmo confirmado certo correto exato"
    " exatamente positivo quero bora vamos fechado".split()
)
_NO = frozenset("nao n nn naum nop nops nope negativo nunca no errado incorreto nada".split())
_YES_PHRASES = frozenset({"com certeza", "pode ser", "isso mesmo", "ta certo", "esta certo", "por favor", "ta bom", "tudo certo"})
_NO_PHRASES = frozenset({"de jeito nenhum", "agora nao", "hoje nao", "nao quero", "nao obrigado", "nao obrigada"})
_YES_SIGNS, _NO_SIGNS = ("👍", "✅", "👌"), ("👎", "❌", "🚫")

_ORDINALS: dict[str, int] = {}
for _place, _forms in enumerate(
    (
        "1 um uma primeiro primeira 1a 1o", "2 dois duas segundo segunda 2a 2o", "3 tres terceiro terceira 3a 3o",
        "4 quatro quarto quarta 4a 4o", "5 cinco quinto quinta 5a 5o", "6 seis sexto sexta 6a 6o",
        "7 sete setimo setima 7a 7o", "8 oito oitavo oitava 8a 8o", "9 nove nono nona 9a 9o", "10 dez decimo decima 10a 10o",
    ), 1
):  # fmt: skip
    _ORDINALS |= dict.fromkeys(_forms.split(), _place)

_AROUND_PLACE = frozenset("a o as os opcao opcoes numero num n item letra alternativa quero escolho prefiro vou de por favor pf pfv e".split())
_FILLERS = frozenset(
    "a o as os um uma uns umas de da do das dos e em no na nos nas para pra pro por com eu me meu minha quero queria"
    " gostaria preciso favor pf pfv oi ola bom boa dia tarde noite opcao vou prefiro escolho seria fazer ver saber sobre".split()
)
_NEGATIONS = frozenset({"nao", "nem", "sem", "nunca"})


@dataclass(frozen=True, slots=True)
class Choosable:
    """A choice that can be meant. `also` are other words for it, as the author wrote them."""

    id: str
    title: str
    also: tuple[str, ...] = ()


def pick(text: str, choice_id: str, choices: Sequence[Choosable]) -> Choosable | None:
    """The choice meant; None where none is, or two could be.

    Surer ways go first: the tap, the whole title, the place in the list, yes and no, the words of a title, near misses.
    """
    if choice_id:
        tapped = next((choice for choice in choices if choice.id == choice_id), None)
        if tapped:
            return tapped
    if not text.strip():
        return None
    said = words(text[:200])
    for way in _WAYS:
        found = way(text, said, choices)
        if found is not None:
            return found
    return None


def _only(found: list[Choosable]) -> Choosable | None:
    return found[0] if len(found) == 1 else None


def _by_title(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    folded = fold(text)
    whole = _only([choice for choice in choices if fold(choice.title) == folded])
    if whole or not said:
        # A picture alone names the choice whose title shows it.
        return whole or _only([choice for choice in choices if text.strip() in choice.title])
    return _only([choice for choice in choices if said in [words(name) for name in (choice.title, *choice.also)]])


def _by_place(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    telling = [word for word in said if word not in _AROUND_PLACE]
    if telling in (["ultimo"], ["ultima"]):
        return choices[-1] if choices else None
    place = _ORDINALS.get(telling[0], 0) if len(telling) == 1 else 0
    if len(telling) == 1 and telling[0].isdecimal() and len(telling[0]) <= 2:
        place = int(telling[0])
    if not 1 <= place <= len(choices):
        return None
    titled = any(set(telling) & set(words(choice.title)) for choice in choices)
    # "segunda" is a day of the week where the titles are days; "5" a weight where they are weights.
    return None if titled else choices[place - 1]


def _by_yes_or_no(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    meant = _yes_or_no(text, said)
    if not meant:
        return None
    return _only([choice for choice in choices if (words(choice.title) or [""])[0] == meant])


def _yes_or_no(text: str, said: list[str]) -> str:
    phrase = " ".join(said)
    if phrase in _NO_PHRASES or (said and said[0] in _NO):
        return "nao"
    if phrase in _YES_PHRASES or (said and len(said) <= 6 and said[0] in _YES and not _NEGATIONS.intersection(said)):
        return "sim"
    if said:
        return ""
    return "sim" if any(sign in text for sign in _YES_SIGNS) else "nao" if any(sign in text for sign in _NO_SIGNS) else ""


def _by_words(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    """Every telling word of the title is said, or every telling word said is of one title."""
    return _best(said, choices, lambda one, other: one == other)


def _by_near_words(text: str, said: list[str], choices: Sequence[Choosable]) -> Choosable | None:
    return _best(said, choices, _are_near)


_WAYS: tuple[Callable[[str, list[str], Sequence[Choosable]], Choosable | None], ...] = (
    _by_title,
    _by_place,
    _by_yes_or_no,
    _by_words,
    _by_near_words,
)


def _best(said: list[str], choices: Sequence[Choosable], same: Callable[[str, str], bool]) -> Choosable | None:
    telling = [word for word in said if word not in _FILLERS][:30]
    if not telling:
        return None
    whole: list[Choosable] = []
    part: list[Choosable] = []
    for choice in choices:
        names = [_telling(name) for name in (choice.title, *choice.also)]
        if _NEGATIONS.intersection(said) and not any(_NEGATIONS.intersection(name) for name in names):
            continue
        if any(name and all(any(same(word, one) for one in telling) for word in name) for name in names):
            whole.append(choice)
        if any(name and all(any(same(word, one) for word in name) for one in telling) for name in names):
            part.append(choice)
    return _only([choice for choice in whole if choice in part]) or _only(whole) or (_only(part) if not whole else None)


def _telling(name: str) -> list[str]:
    found = words(name)
    return [word for word in found if word not in _FILLERS] or found


def _are_near(one: str, other: str) -> bool:
    """Begun alike (four letters at least), or a slip apart: one in words of four to seven letters, two in longer."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and long.startswith(short):
        return True
    slips = 0 if len(short) < 4 else 1 if len(short) < 8 else 2
    return bool(slips) and len(long) - len(short) <= slips and distance(one, other) <= slips


def distance(one: str, other: str) -> int:
    """Letters put in, left out, changed or swapped to get from one word to the other (at most 40 letters are read)."""
    one, other = one[:40], other[:40]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, mark in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != mark))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mark:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
