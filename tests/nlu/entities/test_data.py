"""Do the lists of names hold together?"""

from __future__ import annotations

import pytest

from recado.nlu.entities import read_entities
from recado.nlu.entities.gazetteer import lines, words_of
from recado.nlu.entities.sheet import plain
from recado.nlu.models import Context
from tests.nlu.entities.notation import written

STATES = frozenset(line.partition("=")[0].strip() for line in lines("states.txt"))
CITIES = [line for line in lines("cities.txt") if not line.startswith("[")]


def test_every_municipality_is_there_once_a_state() -> None:
    assert len(CITIES) == 5570
    assert {line.strip("[]") for line in lines("cities.txt") if line.startswith("[")} == STATES
    assert len(STATES) == 27


def test_nicknames_and_known_cities_are_cities() -> None:
    named = {line.partition("=")[2].strip() for line in lines("city_nicknames.txt")}
    assert named <= set(CITIES)
    assert set(lines("cities_known.txt")) <= set(CITIES)
    keys = {plain(city).replace(" ", "-").replace("'", "-") for city in CITIES}
    assert words_of("cities_words.txt") <= keys


@pytest.mark.parametrize("city", lines("cities_known.txt"))
def test_a_known_city_is_read_where_someone_lives_in_it(city: str) -> None:
    assert written(read_entities(f"moro em {city}", Context())) == [f"city {city}"]
    typed = plain(city)
    expected = {"poa": "Porto Alegre"}.get(typed, city)  # what people mean by it
    assert f"city {expected}" in written(read_entities(f"moro na cidade de {typed}", Context()))


def test_breeds_are_read_by_their_own_name() -> None:
    missed = []
    for line in lines("breeds.txt"):
        name = line.partition("=")[0].strip(" ?")
        if not line.startswith("[") and f"pet_breed {name}" not in written(
            read_entities(f"meu cachorro é {name}", Context())
        ):
            missed.append(name)
    assert missed == []


def test_models_are_read_beside_their_maker() -> None:
    """But for one that is also the capital, and one that everybody uses for a BMW."""
    missed = []
    maker = ""
    for line in lines("cars.txt"):
        name = line.partition("=")[0].strip(" ?")
        if line.startswith("["):
            maker = name.strip("[]")
        elif name not in {"Brasília", "320"} and f"car_model {name}" not in written(
            read_entities(f"quero um {maker} {name} 2015", Context())
        ):
            missed.append(f"{maker} {name}")
    assert missed == []


def test_no_everyday_word_is_a_name() -> None:
    assert not words_of("everyday.txt") & (words_of("not_plates.txt") - words_of("everyday.txt"))
    assert not {"joao", "thor", "onix"} & words_of("everyday.txt")
