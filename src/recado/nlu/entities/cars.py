"""Which makers and models of cars stand in a text?

Many models are also words ("gol", "fit", "up", "city"): those count only where the text speaks of cars, and some only with the
maker, a year or a version right beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from recado.nlu.entities.gazetteer import Gazetteer, Hit, lines
from recado.nlu.entities.names import everyday, given_names, pet_names, surnames
from recado.nlu.entities.sheet import Sheet, Token
from recado.nlu.entities.topics import may_mean_cars

_BESIDE_AFTER: Final = re.compile(
    r"\s*,?\s*(?:(?:ano|modelo|mod|do ano|de)\s+)?(?:(?:19[6-9]|20[0-3])\d\b|\d{2}/\d{2}\b|[0-6]\.\d\b|"
    r"g[1-8]\b|tsi\b|flex\b|turbo\b|16v|8v|mpi\b|gti\b|gts\b|gli?\b|cl\b|gls\b|ltz?\b|ls\b|xei\b|"
    r"ex[lr]?\b|lx\b|touring|sport\b|hatch\b|seda|sw\b|mille\b|way\b|attractive|vivace|track|trend|power|"
    r"city\b|plus\b|total flex|trendline|comfortline|highline|msi\b|griffe|allure|active\b|"
    r"feline|like\b|style\b|allure|essence|dynamic|dualogic|rallye|sporting|automatic|manual|completo|"
    r"zero\b|0km|okm|quadrado|bolinha|branc[ao]|pret[ao]|prata|vermelh[ao]|cinza|azul\b|usad[ao]|seminov|"
    r"novo\b|sw\b|escapade|moonlight|premium|se\b|sel\b|titanium|freestyle|xlt\b|limited)"
)
_BESIDE_BEFORE: Final = re.compile(
    r"\b(?:carro|veiculo|modelo|automovel|marca|seminovo|dirig\w+|(?:vend|compr)\w+\s+(?:[ou]m?|meu|seu)|"
    r"financ\w+\s+(?:o|um|meu)|troc\w+\s+(?:o|um|meu)(?:\s+pel[oa])?|pec[ao]s?\s+(?:d[oe]|pra|"
    r"para)(?:\s+o)?)\s+$"
)
_COMPARED: Final = re.compile(r"\s*(?:x|ou|vs\.?|versus|contra|e|,|/)\s+(?:(?:o|um|no)\s+)?")
_NO_GOAL: Final = re.compile(
    r"\bgols?\s+(?:d[eo]|contra|em|aos|no\s+\w+\s+tempo|linhas?|\d{1,2}\s+min|anulad)|(?:futebol|jogo\b|"
    r"partida|flamengo|corinthians|palmeiras|gremio|juiz\b|placar|campeonato|torcida|neymar|copa\b|artilh|"
    r"goleir|penalti|selecao|time\b)|(?:marc\w+|fez|fiz|faz\w*|tom\w+|lev(?:ou|amos)|sofr\w+|perd\w+|"
    r"grit\w+|que|voo\w*|passag\w+|viaj\w+|aviao)\s+(?:\w+\s+){0,2}gols?\b"
)
_DETERMINED: Final = frozenset({"Gol", "Ka", "Fit", "City"})
_DETERMINER: Final = re.compile(
    r"\b(?:[oa]s?|meu|seu|esse|este|aquele|n[oe]sse|um|no|do|pro|pelo|tem|quero|procuro|vendo|teria|algum|de|"
    r"outro)\s+$"
)
_NO_MODEL: Final = {
    "Gol": _NO_GOAL,
    "Uno": re.compile(r"jog\w+\s+(?:de\s+)?uno|baralho|cartas"),
    "Versa": re.compile(r"vice[\s-]+versa"),
    "Fox": re.compile(r"\b(?:canal|fox\s+(?:news|paulistinha|terrier)|megan)"),
    "Focus": re.compile(r"hocus"),
    "Golf": re.compile(r"jog\w+\s+golf|clube\s+de\s+golf|campo\s+de\s+golf|taco"),
    "Polo": re.compile(
        r"camis\w*\s+(?:\w+\s+)?polo|gola\s+polo|polo\s+aquatico|polo\s+(?:norte|sul|industrial|passivo|ativo)|"
        r"blusa"
    ),
    "City": re.compile(r"\bcity\s+(?:tour|center)|manchester|new\s+york"),
    "Santana": re.compile(r"(?:feira\s+d[eo]\s+|dona\s+|seu\s+|[a-z]+\s+de\s+)santana"),
    "Ranger": re.compile(r"power\s+rangers?"),
    "Parati": re.compile(r"(?:em|pra|para|de)\s+parati"),
    "Corsa": re.compile(r"corsa\s+classic"),
}


@dataclass(frozen=True, slots=True)
class Car:
    """A maker ("" as model) or one of its models; `doubt` counts the question marks of the list."""

    brand: str
    model: str = ""
    doubt: int = 0


def read_cars(sheet: Sheet, *, about_cars: bool, catalogue: tuple[str, ...] = ()) -> None:
    """Take makers and models. `about_cars` says that the organization deals in cars, `catalogue` what else it offers by name."""
    words = sheet.words()
    hits = [hit for hit in _cars().find(sheet.text, words)]
    if catalogue:
        hits = _with_catalogue(sheet, words, hits, catalogue)
    sure = about_cars or any(hit.entry.doubt == 0 for hit in hits) or may_mean_cars(sheet.text)
    kept: list[Hit[Car]] = []
    for hit in hits:
        if _stands(sheet, hit, kept, sure=sure):
            kept.append(hit)
    for hit in kept:
        car = hit.entry
        sheet.take(
            "car_model" if car.model else "car_brand",
            car.model or car.brand,
            hit.start,
            hit.end,
            1.0 if hit.exact else 0.8,
        )


def _with_catalogue(
    sheet: Sheet, words: list[Token], hits: list[Hit[Car]], catalogue: tuple[str, ...]
) -> list[Hit[Car]]:
    own = Gazetteer({name: Car("", name) for name in catalogue if name.strip() and _cars().get(name) is None})
    found = [
        hit for hit in own.find(sheet.text, words) if all(hit.end <= one.start or hit.start >= one.end for one in hits)
    ]
    return sorted([*hits, *found], key=lambda hit: hit.start)


def _stands(sheet: Sheet, hit: Hit[Car], kept: list[Hit[Car]], *, sure: bool) -> bool:
    """Whether a name that may be a plain word is meant as a car here."""
    car = hit.entry
    if _spelled_apart(sheet, hit) and not (kept and hit.start - kept[-1].end <= 1):
        return False
    stop = _NO_MODEL.get(car.model)
    if stop is not None and stop.search(sheet.text, max(0, hit.start - 40), hit.end + 30):
        return False
    if car.doubt == 0 or (car.doubt == 1 and hit.count > 1 and " " in sheet.text[hit.start : hit.end]):
        return True
    before = sheet.text[max(0, hit.start - 28) : hit.start]
    beside = bool(kept) and hit.start - kept[-1].end <= 4 and kept[-1].entry.brand == car.brand  # noqa: PLR2004
    beside = beside or (bool(kept) and _COMPARED.fullmatch(sheet.text, kept[-1].end, hit.start) is not None)
    beside = beside or _BESIDE_AFTER.match(sheet.text, hit.end) is not None or _BESIDE_BEFORE.search(before) is not None
    if car.doubt == 1:
        return beside or sure or (car.model in _DETERMINED and _DETERMINER.search(before) is not None)
    same_maker = any(one.entry.brand == car.brand for one in kept)
    return beside or (same_maker and not car.model.isalpha())


def _spelled_apart(sheet: Sheet, hit: Hit[Car]) -> bool:
    """ "e 300", "a 200": a single letter and a figure that only stand side by side are no model."""
    written = sheet.text[hit.start : hit.end]
    return hit.count > 1 and (
        (written[1:2] == " " and written[0] in "aeox") or (written[-2:-1] == " " and written[-1] in "aeox")
    )


def _no_misspelling() -> frozenset[str]:
    return everyday() | given_names() | pet_names() | surnames()


@cache
def _cars() -> Gazetteer[Car]:
    names: dict[str, Car] = {}
    brand = ""
    fuzzy: list[str] = []
    for line in lines("cars.txt"):
        name, _, others = line.partition("=")
        name = name.strip()
        doubt = len(name) - len(name.rstrip("?"))
        name = name.rstrip("?").strip()
        if name.startswith("["):
            brand = name.strip("[]")
            car = Car(brand, "", doubt)
            name = brand
        else:
            car = Car(brand, name, doubt)
        for one in (name, *(other.strip() for other in others.split(","))):
            spelled = one.rstrip("? ")
            own = max(doubt, len(one) - len(one.rstrip("?")))
            if spelled:
                names.setdefault(spelled, Car(brand, car.model, own))
                if not own and " " not in spelled and spelled in {name, brand}:
                    fuzzy.append(spelled.replace("-", ""))
    return Gazetteer(names, fuzzy=fuzzy, known=_no_misspelling())
