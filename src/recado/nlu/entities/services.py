"""Which of the organization's services does a text name?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from recado.nlu.entities.gazetteer import Gazetteer, lines, words_of
from recado.nlu.entities.sheet import Sheet, plain

_VERTICALS: Final = {
    "pets": ("pet", "vet"),
    "salon": ("salao", "salon", "barb", "beleza", "estet", "beauty", "manicure", "spa"),
    "health": ("clinic", "saude", "health", "odonto", "dent", "medic", "fisio", "psico"),
    "cars": ("car", "auto", "oficina", "veic", "moto", "mecanic", "concession", "lava"),
    "cleaning": ("limpeza", "clean", "faxina", "dedetiz"),
}


@dataclass(frozen=True, slots=True)
class Service:
    """A service by the name that the organization, or the list, gives it."""

    name: str
    doubt: int = 0


def read_services(sheet: Sheet, *, own: tuple[str, ...], vertical: str) -> None:
    """Take services: the organization's own where it lists any, else the usual ones of its vertical (of all, where unknown)."""
    gazetteer = _own(own) if own else _usual(_section(vertical))
    seen: set[str] = set()
    for hit in gazetteer.find(sheet.text, sheet.words()):
        if hit.entry.name in seen:
            continue
        seen.add(hit.entry.name)
        sheet.take("service", hit.entry.name, hit.start, hit.end, 1.0 if own else 0.8)


def _section(vertical: str) -> str:
    return next((name for name, marks in _VERTICALS.items() if any(mark in vertical for mark in marks)), "")


def _own(services: tuple[str, ...]) -> Gazetteer[Service]:
    """The organization's services by their own names, and by the other spellings of the list where it knows them."""
    names = {name: Service(name) for name in services if name.strip()}
    usual = {plain(one): service.name for one, service in _listed("").items()}
    by_usual = {usual[plain(name)]: name for name in services if plain(name) in usual}
    for spelled, service in _listed("").items():
        if service.name in by_usual:
            names.setdefault(spelled, Service(by_usual[service.name]))
    fuzzy = [name for name in names if " " not in name]
    return Gazetteer(names, fuzzy=fuzzy, known=words_of("everyday.txt"))


@cache
def _usual(section: str) -> Gazetteer[Service]:
    names = {name: service for name, service in _listed(section).items() if not service.doubt}
    return Gazetteer(names)


@cache
def _listed(section: str) -> dict[str, Service]:
    names: dict[str, Service] = {}
    here = ""
    for line in lines("services.txt"):
        if line.startswith("["):
            here = line.strip("[]")
            continue
        if section not in {"", here}:
            continue
        name, _, others = line.partition("=")
        service = Service(name.rstrip(" ?"), name.count("?"))
        for one in (service.name, *(other.strip() for other in others.split(","))):
            if one:
                names.setdefault(one, service)
    return names
