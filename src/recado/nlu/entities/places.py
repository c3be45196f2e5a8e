"""Which cities and states stand in a text?

A name that is also a word ("natal", "luz", "feliz") counts only where something says that a place is meant: "moro em", a state
beside it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Final

from recado.nlu.entities.gazetteer import Gazetteer, Hit, lines, words_of
from recado.nlu.entities.names import given_names, pet_names, surnames
from recado.nlu.entities.sheet import Sheet, plain


class Known(IntEnum):
    """How much must speak for a name being a city."""

    FAMOUS = 0
    NAMED = 1
    WORD = 2


_TITLES: Final = frozenset(
    {
        "dona",
        "dom",
        "padre",
        "frei",
        "coronel",
        "capitao",
        "doutor",
        "major",
        "general",
        "marechal",
        "nossa",
        "almirante",
        "sargento",
        "monsenhor",
        "engenheiro",
        "barao",
        "visconde",
    }
)


@dataclass(frozen=True, slots=True)
class City:
    """A municipality by its official name, and the states that have one so called."""

    name: str
    known: Known
    states: frozenset[str] = frozenset()
    famous: bool = False


_LETTERS: Final = "ac|al|am|ap|ba|ce|df|es|go|ma|mg|ms|mt|pa|pb|pe|pi|pr|rj|rn|ro|rr|rs|sc|se|sp|to"
_STATE_BESIDE: Final = re.compile(rf"\s*(?:[,/(-]|\s-\s|\s)\s*(?P<uf>{_LETTERS})\b(?!\w)")
_CAPITALS_LIKE_STATES: Final = {"São Paulo": "SP", "Rio de Janeiro": "RJ"}
_BESIDE_A_CITY: Final = re.compile(r"\s*[,/(-]\s*")
_THE_STATE: Final = re.compile(r"\bestados?\s+d[eo]\s+$")
_LONGER_STATE: Final = re.compile(r"rio grande do (?:sul|norte)\b|mato grosso do sul\b")
_STATE_NAMED: Final = re.compile(
    r"\s*[,/(-]?\s*(?:n[oa]\s+|d[oa]\s+|em\s+)?(?:acre|alagoas|amazonas|amapa|bahia|ceara|distrito federal|"
    r"espirito santo|goias|maranhao|minas|mato grosso|paraiba|pernambuco|"
    r"piaui|parana|rio grande do|rondonia|roraima|santa catarina|sergipe|tocantins|interior de)\b"
)
_STRONG: Final = re.compile(
    r"\b(?:mor[aoe]\w*|resid\w+|viv[eo]|viemos|vim|sou|somos|natural|nasc\w+|fic[ao]\w*|cidades?|"
    r"municipios?|regiao|interior|capital|aqui|daqui|estou|to|loja|filial|unidade|entreg\w+|"
    r"atend\w+|client\w*|pessoal|galera|contatos?|leads?|inativos|pra\s+cidade|viajo|viajar|viagem|perto|"
    r"prox\w+|frete|envi\w+|mando|mandam|vou|indo|mudei|mudo|mudar|trabalho|levar|cheg\w+|saindo|"
    r"moradores?|endereco|franquia|agencia|dealer|concessionaria|buscar|retirar|fora)"
    r"\s+(?:(?:aqui|la|ai|hoje|agora|atualmente|meu|carro|tambem|tb)\s+)?(?:em|no|na|de|do|da|pra|pro|para|"
    r"a|ate|:)\s+(?:a\s+cidade\s+de\s+|cidade\s+de\s+)?$|\bcidade\s*[:=]\s*$|\bcity\s*:\s*$|\b(?:aqui|la|"
    r"cidade)\s+$|\bd[eo]\s+(?:municipio|cidade)\s+d[eao]\s+$"
)
_PART_OF: Final = re.compile(
    r"\b(?:bairro|jardim|jd\.?|parque|pq\.?|vila|shopping|estacao|terminal|metro|hospital|colegio|escola|"
    r"aeroporto|igreja|condominio|residencial|edificio|conjunto|setor|faculdade|universidade|clube|praca|"
    r"zona|morro|favela|santuario|alto|nova|"
    r"santo|santa|sao|vale|serra|pedra|ilha|praia|ponta|rio)\s+(?:d[aeo]s?\s+)?$|\b(?:restaurante|padaria|"
    r"mercado|farmacia|posto|banco|loja|clinica|grupo|time|turma|copa|seu|dona|dr|dra|sr|sra|tia|tio|"
    r"doutora?)\.?\s+$"
)
_WEAK: Final = re.compile(r"\b(?:em|de|do|da|no|na|pra|pro|para|ate|por|entre|x|e|ou|a)\s+$|[,/(]\s*$")
_SHORT_NAME: Final = 6
_IN: Final = re.compile(r"\b(?:em)\s+$")
_STATE_BEFORE: Final = re.compile(
    r"\b(?:em|de|do|da|no|na|pra|pro|para|ate|estado|uf|capital|interior)\s*:?\s*(?:d[eoa]\s+)?$"
)
_WORDS_TOO: Final = frozenset({"se", "to", "es", "al", "am", "ma", "pa", "pe", "mt", "ms", "ac"})
_SAFE_LETTERS: Final = frozenset({"sp", "rj", "mg", "df"})
_PLAIN_LETTERS: Final = frozenset(
    {"rs", "sc", "pr", "ba", "ce", "pb", "rn", "go", "es", "mt", "ms", "ro", "rr", "ap", "pi", "al", "pe", "am", "ma"}
)
_ENDED: Final = re.compile(r"\s*(?:$|[.,;!?)\n]|e\b|ou\b|tambem|tb|mesmo)")

_STRICT: Final = re.compile(
    r"\b(?:mor[aoe]\w*|resid\w+|viv[eo]|sou|somos|natural|nasc\w+|fic[ao]\w*|cidades?|municipio|regiao|"
    r"entreg\w+|loja|filial|unidade|client\w*|atend\w+|viajo|viajar|viagem|frete|mudei|mudar|mudo|"
    r"daqui)\s+(?:(?:aqui|la)\s+)?(?:em|de|do|da|pra|para|ate|no|na)\s+(?:cidade\s+de\s+)?$"
)
_PLAIN_AFTER: Final = re.compile(r"\s+(?:d[eao]s?|que|e\s+[a-z]+ando)\b")


def read_places(sheet: Sheet, *, asked: bool) -> None:
    """Take cities with the states beside them, then states on their own.

    A name of both is the city (São Paulo, Rio), but right after a city of that state ("Campinas, São Paulo").
    """
    words = sheet.words()
    only = len(words) <= 4  # noqa: PLR2004
    last: tuple[City, int] | None = None
    for hit in _cities().find(sheet.text, words):
        beside = _STATE_BESIDE.match(sheet.text, hit.end)
        city, uf = _in_state(sheet, hit, beside)
        alone = hit.count == len(words) - (1 if uf else 0) and only
        if hit.entry.name in _state_names() and not uf:
            continue
        if _LONGER_STATE.match(sheet.text, hit.start) or _THE_STATE.search(
            sheet.text[max(0, hit.start - 12) : hit.start]
        ):
            continue
        if hit.exact and _written_otherwise(sheet, hit):
            continue
        if _stands(
            sheet,
            hit,
            has_state=bool(uf) or _STATE_NAMED.match(sheet.text, hit.end) is not None,
            alone=alone,
            asked=asked,
        ):
            state = _CAPITALS_LIKE_STATES.get(hit.entry.name, "")
            if (
                last is not None
                and state in last[0].states
                and _BESIDE_A_CITY.fullmatch(sheet.text, last[1], hit.start)
            ):
                sheet.take("state", state, hit.start, hit.end)
                continue
            last = city, hit.end
            written = sheet.as_written(hit.start, hit.end).lower()
            name = city.name if uf else _spellings().get(written, city.name)
            sheet.take("city", name, hit.start, hit.end, 1.0 if hit.exact else 0.8)
            if beside is not None and uf:
                sheet.take("state", uf, *beside.span("uf"))
    _read_states(sheet)


def _in_state(sheet: Sheet, hit: Hit[City], beside: re.Match[str] | None) -> tuple[City, str]:
    """Return the city that a state beside it makes of a name, and that state: Ipirá is in Bahia, Ipira in Santa Catarina."""
    for city in (hit.entry, *_namesakes().get(_key(sheet.text[hit.start : hit.end]), ())):
        uf = _state_beside(sheet, city, beside)
        if uf:
            return city, uf
    return hit.entry, ""


def _written_otherwise(sheet: Sheet, hit: Hit[City]) -> bool:
    """Accents that are not the city's make it another word: "março" is no Marco."""
    written, name = unicodedata.normalize("NFC", sheet.as_written(hit.start, hit.end)).lower(), hit.entry.name.lower()
    return not written.isascii() and plain(written) == plain(name) and written != name and written not in _spellings()


def _state_beside(sheet: Sheet, city: City, beside: re.Match[str] | None) -> str:
    """Return the letters right after a city, where there is a city of that name in that state or they cannot be a word."""
    if beside is None:
        return ""
    uf = beside["uf"].upper()
    marked = beside.group().strip()[:1] in {",", "/", "(", "-"} or sheet.as_written(*beside.span("uf")).isupper()
    sure = (
        marked
        or uf.lower() not in _WORDS_TOO
        or re.match(r"\s*(?:$|[.,;!?)\n])", sheet.text[beside.end() : beside.end() + 3]) is not None
    )
    return uf if sure and uf in city.states else ""


def _stands(sheet: Sheet, hit: Hit[City], *, has_state: bool, alone: bool, asked: bool) -> bool:
    known = hit.entry.known
    if not has_state and _PART_OF.search(sheet.text[max(0, hit.start - 24) : hit.start]):
        return False
    if has_state or asked or known is Known.FAMOUS:
        return True
    before = sheet.text[max(0, hit.start - 44) : hit.start]
    capital = sheet.as_written(hit.start, hit.start + 1).isupper()
    if _STRONG.search(before):
        surely = _STRICT.search(before) is not None
        plainly = surely and _PLAIN_AFTER.match(sheet.text, hit.end) is None
        return known is Known.NAMED or plainly or (capital and (hit.entry.famous or surely))
    if known is Known.NAMED:
        telling = capital or hit.count > 1 or _IN.search(before) is not None or hit.end - hit.start > _SHORT_NAME
        return alone or (_WEAK.search(before) is not None and telling)
    return capital and hit.entry.famous and _IN.search(before) is not None


def _read_states(sheet: Sheet) -> None:
    for hit in _states().find(sheet.text, sheet.words()):
        letters = hit.end - hit.start == 2  # noqa: PLR2004
        if _letters_stand(sheet, hit) if letters else _name_stands(sheet, hit):
            sheet.take("state", hit.entry, hit.start, hit.end, 0.9)


def _letters_stand(sheet: Sheet, hit: Hit[str]) -> bool:
    """ "SP" after a preposition; in small letters only those that are no words."""
    before = sheet.text[max(0, hit.start - 24) : hit.start]
    written = sheet.as_written(hit.start, hit.end)
    ended = _ENDED.match(sheet.text, hit.end) is not None
    if ended and written.lower() in _SAFE_LETTERS and re.search(r"[a-z][\s,/-]+$", before):
        return True
    if not (_STATE_BEFORE.search(before) or re.search(r"\x00\s*[,/(-]?\s*$", before) or before.strip() == ""):
        return False
    if written.isupper() and not sheet.shouts:
        return True
    low = written.lower()
    told = low in _PLAIN_LETTERS and _STRONG.search(before) is not None and ended
    return low in _SAFE_LETTERS or told


def _name_stands(sheet: Sheet, hit: Hit[str]) -> bool:
    before = sheet.text[max(0, hit.start - 30) : hit.start]
    written = sheet.as_written(hit.start, hit.end)
    if hit.entry == "PA":
        return written.lower().endswith("á") and _STATE_BEFORE.search(before) is not None
    if hit.entry == "ES":
        return not re.search(r"\b(?:divino|amem|pelo|nome\s+do|filho\s+e\s+do)\s+$", before)
    if written.lower() == "minas":
        return re.search(r"\b(?:em|de|pra|para|por)\s+$", before) is not None or written[0].isupper()
    if hit.entry in {"AC", "AM"}:
        return written[0].isupper() or _STATE_BEFORE.search(before) is not None
    return True


@cache
def _state_names() -> frozenset[str]:
    return frozenset(name.strip() for line in lines("states.txt") for name in line.partition("=")[2].split(","))


@cache
def _states() -> Gazetteer[str]:
    names: dict[str, str] = {}
    for line in lines("states.txt"):
        letters, _, said = line.partition("=")
        names[letters.strip()] = letters.strip()
        for name in said.split(","):
            names.setdefault(name.strip(), letters.strip())
    return Gazetteer(names)


def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", name)


@cache
def _namesakes() -> dict[str, list[City]]:
    """Cities that are typed alike where accents are left out."""
    found: dict[str, list[City]] = {}
    for city in _official().values():
        found.setdefault(_key(plain(city.name)), []).append(city)
    return found


@cache
def _spellings() -> dict[str, str]:
    """Official names by their very spelling: Poá and Montenegro are not what "poa" and "monte negro" say."""
    said = {
        one.strip(" ?").lower() for line in lines("city_nicknames.txt") for one in line.partition("=")[0].split(",")
    }
    return {name.lower(): name for name in lines("cities.txt") if not name.startswith("[") and name.lower() not in said}


@cache
def _official() -> dict[str, City]:
    """The municipalities by name."""
    famous = frozenset(lines("cities_known.txt"))
    doubtful = words_of("cities_words.txt") | words_of("everyday.txt")
    states: dict[str, set[str]] = {}
    state = ""
    for line in lines("cities.txt"):
        if line.startswith("["):
            state = line.strip("[]")
        else:
            states.setdefault(line, set()).add(state)
    return {name: _city(name, frozenset(where), famous, doubtful) for name, where in states.items()}


def _city(name: str, states: frozenset[str], famous: frozenset[str], doubtful: frozenset[str]) -> City:
    key = plain(name).replace(" ", "-").replace("'", "-")
    first, many = key.split("-")[0], "-" in key
    like_people = name not in famous and (first in given_names() or (many and first in _TITLES))
    known = Known.WORD if key in doubtful or like_people else Known.FAMOUS if name in famous else Known.NAMED
    return City(name, known, states, name in famous)


@cache
def _cities() -> Gazetteer[City]:
    cities = _official()
    names: dict[str, City] = {}
    for line in lines("city_nicknames.txt"):
        said, _, name = line.partition("=")
        city = cities[name.strip()]
        for one in said.split(","):
            nickname = one.strip()
            known = Known.WORD if nickname.endswith("?") else Known.FAMOUS
            names[nickname.rstrip("? ")] = City(city.name, known, city.states, famous=True)
    names |= {name: cities[name] for name in sorted(cities, key=lambda one: not cities[one].famous)}
    fuzzy = [
        name
        for name, city in cities.items()
        if city.known is Known.FAMOUS and " " not in name and len(name) > _SHORT_NAME
    ]
    return Gazetteer(names, fuzzy=fuzzy, known=words_of("everyday.txt") | given_names() | surnames() | pet_names())
