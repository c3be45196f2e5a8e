"""What does a sentence deny, and how far does each "não" reach?

A cue ("não", "nunca", "nem", "sem", "n", ...) denies what follows it up to the end of its clause; a "não" said after the verb
("gostei não") denies what stands before it. Tags ("né?", "não é?"), comparisons ("que nem"), "não só ... mas também" and phrases
that only look like negations ("pois não", "sem dúvida", "de nada") deny nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recado.nlu.normal import Normal, normalise
from recado.nlu.tokens import ENDS, Token, tokens_of

_NOT: Final = frozenset({"nao", "n", "nn", "naum", "num", "nunca", "jamais", "nem", "tampouco"})
_NO: Final = frozenset({"nada", "ninguem", "nenhum", "nenhuma", "nenhuns", "nenhumas"})
_WITHOUT: Final = frozenset({"sem"})
_CUES: Final = _NOT | _NO | _WITHOUT
_STOPS: Final = frozenset({
    "mas", "porem", "contudo", "entretanto", "todavia", "embora", "porque", "pq", "pois", "entao", "agora",
    "apesar", "senao", "alias", "inclusive", "portanto", "enquanto", "obrigado", "obrigada", "obg", "vlw", "valeu",
    "moco", "moca", "viu", "amigo", "amiga", "querida", "querido", "senhor", "kkk", "kk", "rs", "rsrs", "flw",
})  # fmt: skip
_LOOKED_AT: Final = 1_200
"""Characters that are looked at, as far as the other readers of a message look."""
_LONGEST_SCOPE: Final = 8
_LONGEST_WITHOUT: Final = 4
_LONGEST_BEFORE: Final = 4

# "num" is also "em um": it denies only before what a verb phrase begins with.
_AFTER_NUM: Final = frozenset({
    "quero", "queria", "quer", "sei", "sabe", "gostei", "gosto", "gostou", "to", "ta", "tava", "tou", "estou", "tem",
    "tenho", "tinha", "teve", "vou", "vai", "vem", "veio", "vi", "posso", "pode", "podia", "da", "deu", "dava",
    "consigo", "consegui", "consegue", "acredito", "acho", "entendi", "entendo", "precisa", "preciso", "responde",
    "respondeu", "respondem", "funciona", "funcionou", "chegou", "chega", "foi", "fui", "era", "eh", "e", "fala",
    "falou", "faz", "fez", "aguento", "recebi", "recomendo", "volto", "resolve", "resolveu", "me", "te", "se",
    "vale", "deixa", "deixou", "lembro", "conheco", "atende", "atendem", "aceita", "presta", "ficou", "fica", "sou",
    "marquei", "paguei", "pago", "compro", "curti", "serve", "serviu",
})  # fmt: skip
_BEFORE_NUMBER: Final = frozenset({
    "rua", "av", "avenida", "casa", "numero", "letra", "opcao", "bloco", "ap", "apto", "sala", "quadra", "lote",
    "rock", "drum",
})  # fmt: skip
_SHORT: Final = frozenset({"n", "nn", "num"})

# A cue that begins one of these denies nothing (the sense is elsewhere: agreement, emphasis, courtesy).
_PHRASES: Final = tuple(tuple(phrase.split()) for phrase in (
    "nao so", "nao somente", "nao apenas", "n so", "nao tem de que", "nao ha de que", "nao por isso", "nao foi nada",
    "nao tem preco", "nao tem como nao", "nao vejo a hora", "n vejo a hora", "nao vemos a hora",
    "nao poderia estar mais", "nao podia estar mais", "nao poderia ser melhor", "nao podia ser melhor",
    "nao poderia ter sido melhor", "nao podia ter sido melhor", "nao tem erro", "nao canso de", "nao me canso de",
    "nao e a toa", "sem duvida", "sem duvidas", "sem sombra de duvida", "sem falta", "sem querer", "sem falar que",
    "sem contar que", "sem palavras", "sem igual", "sem comparacao", "sem brincadeira", "sem zoeira", "sem mentira",
    "sem exagero", "sem demagogia", "sem mais", "sem problema", "sem problemas", "sem pressa", "nada mal",
    "nada mais", "nem te conto", "nem precisei", "nem acredito", "nem sei como agradecer",
    "nao sei nem como agradecer", "nao sei como agradecer", "nunca vi igual", "nunca fui tao bem", "nunca fui tao",
    "nunca tinha sido tao bem", "nunca comi um", "nunca comi tao", "nada como",
))  # fmt: skip
# Words before a cue that take its sense away.
_BEFORE: Final = {
    "nem": frozenset({"que", "q"}),
    "nao": frozenset({"pois", "ou", "impossivel", "dificil"}),
    "nada": frozenset({"de", "por"}),
}
# "Nunca vi gente tão educada", "ninguém faz melhor": the strongest way to say that it is so.
_SUPERLATIVE: Final = frozenset({"nunca", "jamais", "ninguem"})
_SO: Final = frozenset({"tao", "tanto", "tanta", "tantos", "tantas", "igual", "melhor", "pior"})
_TAG_WORDS: Final = frozenset({
    "e", "eh", "foi", "acha", "acham", "ta", "esta", "tem", "vai", "pode", "da", "era", "sera", "mesmo", "isso",
    "seria", "concorda",
})  # fmt: skip
_CLAUSE_OPENERS: Final = frozenset({
    "foi", "e", "ta", "esta", "eu", "ele", "ela", "voces", "vcs", "vc", "voce", "o", "a", "os", "as", "ainda",
    "gostei", "amei", "adorei", "tem", "quero", "ficou", "super", "muito", "mt", "agora", "estou", "to", "sempre",
    "tudo", "ja", "nao", "n", "queria",
})  # fmt: skip
_POSTPOSED: Final = frozenset({"nao", "n", "naum"})


@dataclass(frozen=True, slots=True)
class Negation:
    """A denial: `cue` as normalised, `[start, end)` its place in the original text and `[scope_start, scope_end)` what it denies;
    a "não" that answers a question by itself denies nothing more: both its ends are its own."""

    cue: str
    start: int
    end: int
    scope_start: int
    scope_end: int


def read_negation(text: str) -> tuple[Negation, ...]:
    """Return the denials in the first 1,200 characters of a text, in their order; nothing is raised."""
    normal = normalise(text[:_LOOKED_AT])
    tokens = tokens_of(normal.text)
    return tuple(_place(normal, tokens, *found) for found in scopes(tokens))


def negated_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places in the original text of what is denied, cue and scope together."""
    return tuple((min(one.start, one.scope_start), max(one.end, one.scope_end)) for one in read_negation(text))


def scopes(tokens: Sequence[Token]) -> tuple[tuple[int, int, int], ...]:
    """Return for each denial the index of its cue and the half-open range of token indices it denies."""
    found: list[tuple[int, int, int]] = []
    reached = 0
    for at, token in enumerate(tokens):
        if token.text not in _CUES or not _denies(tokens, at):
            continue
        # "não resolveu nada": the second word only makes the first stronger, except where it opens a part of its own ("nem").
        if at < reached and token.text in _NO:
            continue
        start, end = _scope(tokens, at)
        found.append((at, start, end))
        reached = max(reached, end)
    return tuple(found)


def _place(normal: Normal, tokens: Sequence[Token], cue: int, first: int, end: int) -> Negation:
    start, stop = normal.span(tokens[cue].start, tokens[cue].end)
    if first >= end:
        return Negation(tokens[cue].text, start, stop, stop, stop)
    scope = normal.span(tokens[first].start, tokens[end - 1].end)
    return Negation(tokens[cue].text, start, stop, *scope)


def _denies(tokens: Sequence[Token], at: int) -> bool:
    cue = tokens[at].text
    before = tokens[at - 1].text if at else ""
    if before in _BEFORE.get(cue, ()) or _begins_phrase(tokens, at):
        return False
    if cue in _SHORT and not _short_denies(tokens, at):
        return False
    if cue in _NOT and _is_tag(tokens, at):
        return False
    if cue in _SUPERLATIVE and any(token.text in _SO for token in tokens[at + 1 : at + 7]):
        return False
    return not (cue == "nada" and before in {"quase", "mais"})


def _begins_phrase(tokens: Sequence[Token], at: int) -> bool:
    return any(
        len(phrase) <= len(tokens) - at and all(tokens[at + offset].text == word for offset, word in enumerate(phrase))
        for phrase in _PHRASES
        if phrase[0] == tokens[at].text
    )


def _short_denies(tokens: Sequence[Token], at: int) -> bool:
    """ "n" is also a letter and a number, "num" also "em um"."""
    before = tokens[at - 1].text if at else ""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if tokens[at].text == "num":
        return following in _AFTER_NUM
    if before in _BEFORE_NUMBER or before in {"/", "-", "'"} or following in {"/", "-", "'", "="}:
        return False
    if following and following not in ENDS and following != ",":
        return following.isalpha() and following.isascii()
    # "quero mais n", "gostei n": at the end of a clause.
    return at == 0 or tokens[at - 1].is_word


def _is_tag(tokens: Sequence[Token], at: int) -> bool:
    """ "É amanhã, não é?", "ficou bom, não ficou?", "vocês abrem, não?": asks for agreement."""
    rest = tokens[at + 1 : at + 4]
    words = [token.text for token in rest if token.is_word]
    closes = any(token.text == "?" for token in rest)
    if not closes or at == 0:
        return False
    after_comma = tokens[at - 1].text in {",", ";", ":"}
    if not words or rest[0].text == "?":
        return after_comma and tokens[at].text != "nem"
    if rest[0].text in _TAG_WORDS and all(word in _TAG_WORDS for word in words[: _until_question(rest)]):
        return after_comma or at >= 2  # noqa: PLR2004
    # "ficou bom, não ficou?": the verb comes again.
    repeated = any(token.text == rest[0].text for token in tokens[max(0, at - 6) : at])
    return repeated and len(rest) > 1 and rest[1].text == "?"


def _until_question(rest: Sequence[Token]) -> int:
    return next((index for index, token in enumerate(rest) if token.text == "?"), len(rest))


def _scope(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    end = _forward(tokens, at)
    if end > at + 1 or tokens[at].text not in _POSTPOSED:
        return at + 1, end
    start = at
    while start and at - start < _LONGEST_BEFORE and tokens[start - 1].is_word and tokens[start - 1].text not in _STOPS:
        start -= 1
    if start < at and tokens[start].text == "e":
        start += 1
    return (start, at) if start < at else (at + 1, at + 1)


def _forward(tokens: Sequence[Token], at: int) -> int:
    longest = _LONGEST_WITHOUT if tokens[at].text in _WITHOUT else _LONGEST_SCOPE
    end = at + 1
    while end < len(tokens) and end - at <= longest and not _stops(tokens, at, end):
        end += 1
    return end


def _stops(tokens: Sequence[Token], cue: int, at: int) -> bool:
    """Whether the denial of the token at `cue` ends before the one at `at`."""
    text = tokens[at].text
    if text in _STOPS or text == "nem" or not (text.isalnum() or text in "-'%$"):
        return True
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if text == "so":
        return following in {"que", "q"}
    # "e", or "mais" as many write "mas", begins something said anew: "não veio e foi grosso".
    return text in {"e", "mais"} and at > cue + 2 and following in _CLAUSE_OPENERS
