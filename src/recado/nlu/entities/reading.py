"""What is named in a text?"""

from __future__ import annotations

from typing import Final

from recado.nlu.dates import read_when
from recado.nlu.entities.addresses import hide_addresses, hide_labels
from recado.nlu.entities.amounts import read_amounts
from recado.nlu.entities.car_facts import read_mileages, read_years
from recado.nlu.entities.cars import read_cars
from recado.nlu.entities.codes import hide_broken, hide_codes
from recado.nlu.entities.documents import read_documents, read_plates
from recado.nlu.entities.links import read_links
from recado.nlu.entities.money import read_money
from recado.nlu.entities.numbers import hide_idioms, read_collectives, read_numbers, read_ordinals
from recado.nlu.entities.people import read_people
from recado.nlu.entities.pet_names import read_pet_ages, read_pet_names
from recado.nlu.entities.pets import read_breeds, read_species
from recado.nlu.entities.phones import read_phones
from recado.nlu.entities.places import read_places
from recado.nlu.entities.preferences import read_preferences
from recado.nlu.entities.services import read_services
from recado.nlu.entities.sheet import A_TIME, Sheet, plain
from recado.nlu.entities.spoken import read_dictated
from recado.nlu.entities.topics import speaks_of_cars, speaks_of_pets
from recado.nlu.entities.units import measure
from recado.nlu.models import Context, Entity, When

_COUNTABLE: Final = frozenset({"service", "pet_species", "pet_breed", "car_model"})


def read_entities(text: str, context: Context, when: When | None = None) -> tuple[Entity, ...]:
    """Return what is named in `text`, in its order, as the taxonomy's conventions for values say; times are not among it.

    `when` is the time that the text names, where it was read already. Nothing is raised. At most the first 4,000 characters are
    read. Families read one after another; what one takes the next cannot see.
    """
    sheet = Sheet(text)
    vertical = plain(context.vertical)
    read_links(sheet)
    hide_codes(sheet)
    read_dictated(sheet)
    read_documents(sheet)
    read_plates(sheet)
    read_phones(sheet)
    hide_broken(sheet)
    sheet.shorten()
    _read_names(sheet, context, vertical)
    _read_amounts(sheet, context, vertical, when)
    return sheet.entities()


def _read_names(sheet: Sheet, context: Context, vertical: str) -> None:
    """Cars, animals, places, services and people: names out of lists, and names that a sentence points at."""
    asked = context.asked
    hide_addresses(sheet)
    hide_labels(sheet)
    cars, pets = speaks_of_cars(sheet.text, vertical), speaks_of_pets(sheet.text, vertical)
    read_places(sheet, asked=asked == "city")
    read_breeds(sheet, about_pets=pets)
    read_cars(sheet, about_cars=cars, catalogue=context.catalogue)
    read_species(sheet, about_pets=pets)
    read_preferences(sheet, about_cars=cars or sheet.has("car_model", "car_brand"))
    read_pet_names(sheet, about_pets=pets, asked=asked == "pet_name")
    read_people(sheet, people=context.people, asked=asked in {"name", "person"}, about_pets=pets)
    read_services(sheet, own=context.services, vertical=vertical)


def _read_amounts(sheet: Sheet, context: Context, vertical: str, when: When | None) -> None:
    """Everything that is a number: years and mileages of cars, ages of pets, money, ordinals, then counts on their own."""
    hide_idioms(sheet)
    cars = speaks_of_cars(sheet.text, vertical) or sheet.has("car_preference")
    pets = speaks_of_pets(sheet.text, vertical)
    read_years(sheet, about_cars=cars)
    things = frozenset(one.start for one in sheet.found if one.type in _COUNTABLE)
    quantities = [measure(sheet.text, one, things) for one in read_amounts(sheet.text)]
    read_mileages(sheet, quantities, about_cars=cars)
    if quantities:
        read_pet_ages(sheet, quantities, about_pets=pets, asked=context.asked == "pet_age")
        read_money(sheet, quantities)
    read_ordinals(sheet)
    read_collectives(sheet)
    if quantities:
        _hide_times(sheet, context, when)
        read_numbers(sheet, quantities)


def _hide_times(sheet: Sheet, context: Context, when: When | None) -> None:
    found = when if when is not None else read_when(sheet.original, context.reference.astimezone(context.zone))
    for start, end in found.spans:
        sheet.blank(*sheet.places_of(start, end), A_TIME)
