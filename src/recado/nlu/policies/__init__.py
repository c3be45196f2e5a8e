"""What is looked at before something is sent: has it been said already, is it said in the organization's style, should a person
be offered?"""

from recado.nlu.policies.offering import offers_person
from recado.nlu.policies.repetition import RECENT, Repetition, content_hash, guard_repetition, similarity
from recado.nlu.policies.style import Style, Styled, apply_style
from recado.nlu.policies.varying import variant_for

__all__ = [
    "RECENT",
    "Repetition",
    "Style",
    "Styled",
    "apply_style",
    "content_hash",
    "guard_repetition",
    "offers_person",
    "similarity",
    "variant_for",
]
