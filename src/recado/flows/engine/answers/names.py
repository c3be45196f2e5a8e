"""Which name did the person give: "Maria", "meu nome é Maria", "ele se chama Thor"?"""

from __future__ import annotations

import re

from recado.flows.engine.answers.vocabulary import NOT_NAMES
from recado.flows.engine.filters import FILTERS
from recado.flows.engine.folding import words

_INTRODUCTION = re.compile(
    r"^\W*(?:(?:oi|ol[áa]|bom dia|boa tarde|boa noite|ent[ãa]o|bem)[\s,.!]+)*"
    r"(?:(?:o |a )?(?:meu |seu |minha )?nome (?:d?(?:ele|ela|o pet|a pet|o meu pet) )?(?:[ée]|eh)[\s:]+"
    r"|(?:eu |ele |ela )?(?:me |se )?(?:chamo|chama)[\s:]+(?:de )?"
    r"|(?:eu )?sou (?:o |a )?|aqui (?:[ée]|eh) (?:o |a )?|pode (?:me )?chamar de |(?:[ée]|eh) (?:o |a )?)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,.!;:]+(?:obrigad[oa]|por favor|prazer|e voc[êe]\??)?[\s.!?]*$", re.IGNORECASE)
_LONGEST = 60
_MOST_WORDS = 7
_INITIALS = 3
"""Letters up to which capitals may be initials: "ANA" stays, "MARIA" becomes "Maria"."""


def read_name(text: str) -> str | None:
    """The name, introductions taken away and small letters mended; None where it cannot be one."""
    name = _INTRODUCTION.sub("", " ".join(text[:300].split()), count=1)
    name = _TAIL.sub("", name).strip(" \"'“”*_")
    parts = words(name)
    if not parts or len(name) > _LONGEST or len(parts) > _MOST_WORDS or parts[0] in NOT_NAMES:
        return None
    if any(character.isdecimal() for character in name) or "@" in name or "?" in name or "/" in name:
        return None
    mended = FILTERS["title"](name) if name.islower() or (name.isupper() and len(name) > _INITIALS) else name
    return str(mended)
