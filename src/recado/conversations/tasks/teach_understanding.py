"""How is a model taught in a process of its own, so that nothing else of a worker waits for it?

Reads a lesson from its input and writes what came of it to its output; it has neither the database nor the settings.
"""

from __future__ import annotations

import os
import sys
from typing import Final

import msgspec

from recado.conversations.rules.understanding_teaching import teach
from recado.conversations.understanding_models import Labelled, Taught
from recado.nlu.intents.model import WrongFormat, from_bytes, package_model
from recado.nlu.intents.phrases import Phrase, package_phrases
from recado.nlu.intents.training import TooFew

_NICE: Final = 10


class Ask(msgspec.Struct, frozen=True):
    """What to teach: pairs of label and text, labelled messages, the model in force. An empty `base` is the product's."""

    own: list[tuple[str, str]]
    labelled: list[Labelled]
    before: bytes
    answered: dict[str, str]
    base: list[tuple[str, str]] = []


class Answer(msgspec.Struct, frozen=True):
    """What came of it, or why nothing did."""

    taught: Taught | None = None
    failure: str = ""


def answer_to(ask: Ask) -> Answer:
    """Teach and examine; minutes of one core at the most."""
    product = package_model()
    try:
        before = from_bytes(ask.before) if ask.before else None
    except WrongFormat:
        before = None
    base = [Phrase(text, label) for label, text in ask.base] or package_phrases()
    try:
        taught = teach(
            base, [Phrase(text, label) for label, text in ask.own], ask.labelled,
            temperature=product.temperature, before=before, answered=ask.answered,
        )  # fmt: skip
    except TooFew:
        return Answer(failure="too_few")
    return Answer(taught)


if __name__ == "__main__":
    os.nice(_NICE)
    sys.stdout.buffer.write(
        msgspec.msgpack.encode(answer_to(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Ask)))
    )
