"""Does the person ask to speak with a human being?"""

from __future__ import annotations

import re

from recado.flows.engine.answers.vocabulary import PERSON, PERSON_ALONE, PERSON_FILLERS, PERSON_VERBS, WISHES
from recado.flows.engine.folding import words

_LONGEST = 10
"""Words; in a longer message the wish stands among others, and understanding it is another part's work."""

_LOOKED_AT = 200
_MENTIONED = re.compile(r"aten|human|pess|alg|vended|recep|geren|equip|func", re.IGNORECASE)
"""What every word for a person of the team begins with, as far as no accent can stand in it."""


def asks_for_person(text: str) -> bool:
    """`atendente`, `quero falar com uma pessoa`, `me passa pra um humano` … and not `não quero falar com atendente`."""
    if not _MENTIONED.search(text, 0, _LOOKED_AT):
        return False  # nine of ten answers, in a tenth of the time
    said = words(text[:_LOOKED_AT])
    if not said or len(said) > _LONGEST or "nao" in said or "nem" in said:
        return False
    telling = [word for word in said if word not in PERSON_FILLERS]
    if telling and PERSON_ALONE.issuperset(telling):
        return True  # "quero atendimento humano"
    if telling == ["pessoa"] and not WISHES.isdisjoint(said):
        return True
    return bool(PERSON_VERBS.intersection(said)) and not (PERSON | PERSON_ALONE).isdisjoint(said)
