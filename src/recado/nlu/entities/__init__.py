"""What is named in a text? Money, numbers, documents, places, cars, pets, people, services."""

from recado.nlu.entities.reading import read_entities

__all__ = ["read_entities"]
