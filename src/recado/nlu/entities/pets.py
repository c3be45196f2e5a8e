"""Which animals, breeds, names and ages of pets stand in a text?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from recado.nlu.entities.gazetteer import Gazetteer, Hit, lines, words_of
from recado.nlu.entities.sheet import Sheet

_FOOD: Final = re.compile(
    r"\b(?:hot\s?dogs?|cachorro[\s-]+quente|dog(?:ao|s)?\s+(?:prensado|completo|simples|duplo|gourmet)|"
    r"coelho\s+da\s+pascoa|(?:file|posta|moqueca|espeto|porcao|isca)\s+de\s+peixe|"
    r"peixe\s+(?:frito|assado|grelhado|cru)|gato\s?net|fazer\s+gato|gato\s+de\s+(?:luz|energia)|caixa\s+de\s+gato|"
    r"ave\s+maria|senhor\s+e\s+(?:o\s+)?meu\s+pastor|(?:ossos?|carne|caldo|figado|pes?|coxa|asa|ovos?|pena|oleo|peito|canja|sopa)\s+de\s+(?:galinha|pato|peixe|coelho|ave)|veneno\s+(?:de|pra|para)\s+ratos?|olho\s+de\s+peixe|espirito\s+de\s+porco|pe\s+de\s+galinha|peixe\s+grande|pato\s+branco|"
    r"mato\s+sem\s+cachorro|pra\s+cachorro|cara\s+de\s+pau)\b"
)
_OWNED: Final = re.compile(
    r"\b(?:minh[ao]|meu|um|uma|nossa?|raca|cachorr[oa]|cadela|dog|cao|filhote(?:\s+de)?|gat[oa]|tenho|dois|"
    r"duas|cruz\w*\s+de|mistura\s+de|adot\w+|racas?)\s+(?:mini\s+|filhote\s+|de\s+)?$"
)


_LIVES: Final = re.compile(
    r"\s*,?\s*(?:(?:(?:de|com|tem)\s+)?(?:\d+|um|dois|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|"
    r"doze)\s+(?:anos?|mes|meses|aninhos)|macho|femea|se\s+chama|chamad[oa]|filhote|toy\b|mini\b)"
)
_SPECIES_FIRST: Final = re.compile(r"(?:gat[oa]|cachorr[oa]|cao)\s+")


@dataclass(frozen=True, slots=True)
class Kind:
    """A species, or a breed; `doubt` counts the question marks of the list."""

    type: str
    name: str
    doubt: int = 0


def read_breeds(sheet: Sheet, *, about_pets: bool) -> None:
    """Take the breeds of dogs and cats."""
    for hit in _breeds().find(sheet.text, sheet.words()):
        if _stands(sheet, hit, about_pets=about_pets):
            _take(sheet, hit)


def read_species(sheet: Sheet, *, about_pets: bool) -> None:
    """Take the species, whatever the sex, diminutive or nickname."""
    for match in _FOOD.finditer(sheet.text):
        sheet.blank(*match.span())
    for hit in _species().find(sheet.text, sheet.words()):
        surname = sheet.as_written(hit.start, hit.start + 1).isupper() and _after_a_name(sheet, hit.start)
        if not surname and _stands(sheet, hit, about_pets=about_pets):
            _take(sheet, hit)


def _take(sheet: Sheet, hit: Hit[Kind]) -> None:
    """Take a species or a breed; the species named before a breed ("gato persa") is left to be read."""
    named = _SPECIES_FIRST.match(sheet.text, hit.start, hit.end) if hit.entry.type == "pet_breed" else None
    start = named.end() if named is not None else hit.start
    sheet.take(hit.entry.type, hit.entry.name, start, hit.end, 1.0 if hit.exact else 0.8)


def _stands(sheet: Sheet, hit: Hit[Kind], *, about_pets: bool) -> bool:
    if hit.entry.doubt == 0:
        return True
    owned = _OWNED.search(sheet.text[max(0, hit.start - 26) : hit.start]) is not None
    if hit.entry.doubt == 1:
        return (
            about_pets
            or owned
            or _LIVES.match(sheet.text, hit.end) is not None
            or sheet.has("pet_species", "pet_breed")
        )
    return owned or _LIVES.match(sheet.text, hit.end) is not None


def _after_a_name(sheet: Sheet, start: int) -> bool:
    """ "Paulo Coelho" is a man."""
    before = re.search(r"([a-z]{3,})\s$", sheet.text[max(0, start - 20) : start])
    if before is None:
        return False
    at = start - len(before[1]) - 1
    return sheet.as_written(at, at + 1).isupper() and before[1] in words_of("given_names.txt")


@cache
def _species() -> Gazetteer[Kind]:
    names: dict[str, Kind] = {}
    for line in lines("species.txt"):
        species, _, words = line.partition("=")
        for word in words.split(","):
            _put(names, word, "pet_species", species.strip(), 0)
    return Gazetteer(names)


@cache
def _breeds() -> Gazetteer[Kind]:
    names: dict[str, Kind] = {}
    for line in lines("breeds.txt"):
        if line.startswith("["):
            continue
        breed, _, others = line.partition("=")
        name = breed.rstrip("? ")
        doubt = breed.count("?")
        _put(names, name, "pet_breed", name, doubt)
        for other in others.split(","):
            _put(names, other, "pet_breed", name, 0)
    fuzzy = [name for name, kind in names.items() if not kind.doubt and name == kind.name and " " not in name]
    return Gazetteer(names, fuzzy=fuzzy, known=words_of("everyday.txt"))


def _put(names: dict[str, Kind], written: str, type_: str, name: str, doubt: int) -> None:
    word = written.strip()
    own = len(word) - len(word.rstrip("?"))
    word = word.rstrip("? ")
    if word:
        kind = Kind(type_, name, max(own, doubt))
        names.setdefault(word, kind)
        if type_ == "pet_breed" and word[-1] not in "s)0":
            names.setdefault(f"{word}s", kind)
