"""What is certain before any model is asked? Orders to stop, emergencies, orders to keep, and what has no words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recado.nlu.intents.courtesies import without_courtesies
from recado.nlu.intents.phrases import OUT_OF_SCOPE

SURE: Final = 0.97
"""How sure a rule is: never quite."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A label that a rule gives, and the rule's name."""

    label: str
    rule: str
    probability: float = SURE


_STOP: Final = re.compile(
    r"(?:sair|pare|parar|parem|stop|unsubscribe|descadastr(?:ar|e|a|em)|remover|cancelar inscricao|sai|quero sair)"
    r"(?: (?:da lista|do grupo|agora|por favor|ja|desta lista|dessa lista))*"
)
_LONG: Final = 20
"""Words from which an order to keep decides whatever follows; shorter ones the model tells apart ("anota os dados da Luna")."""
_KEEP: Final = re.compile(
    r"(?:por favor )?(?:guard[ae]|memoriz[ae]|anot[ae]|grav[ae]|registr[ae]|salv[ae]|decor[ae]|fix[ae])"
    r" (?:ai |bem |so |entao |na memoria |pra mim |para mim |para voce )*(?:isso|isto|essa regra|esta regra|essa informacao|"
    r"esta informacao|"
    r"o seguinte|a seguinte|que|na sua memoria|na memoria|esse fato|essa|ai)\b"
)
_PET: Final = (
    r"(?:cachorr\w+|gat\w+|caes?|cadel\w+|pet|filhote|bich\w+|animal\w*|coelh\w+|hamster|passar\w+|calopsita|"
    r"papagaio|dog|felin\w+)"
)
_GRAVE: Final = (
    r"(?:convuls\w+|envenen\w+|intoxic\w+|atropel\w+|engasg\w+|desmai\w+|sangrando|sangue|morrendo|paralisad\w+|hemorragia"
    r"|comeu (?:chumbinho|veneno|chocolate|rato|uva)|nao (?:esta )?respira\w*)"
)
_EMERGENCY: Final = re.compile(rf"\b{_PET}\b.{{0,80}}\b{_GRAVE}|\b{_GRAVE}\b.{{0,60}}\b{_PET}\b")
_ANSWERED: Final = {
    "affirm": "👍👌✅✔☑🆗💯🤝👊",
    "deny": "👎❌🚫🙅✖",
    "thanks": "🙏❤🧡💛💚💙💜💖🥰😍💕🫶👏",
    "greeting": "👋",
}
_BY_SIGN: Final = {sign: label for label, signs in _ANSWERED.items() for sign in signs}


def ruled(words: Sequence[str], original: str) -> Ruled | None:
    """Return what a rule says of a message of these words; None where the model is to be asked."""
    if not any(word.isalpha() for word in words):
        return _without_words(words, original)
    left = [word for word in without_courtesies(words)[0] if word != "?"]
    said = " ".join(left)
    if _STOP.fullmatch(said):
        return Ruled("opt_out", "order to stop")
    if len(left) >= _LONG and _KEEP.match(said):
        return Ruled("memorize", "order to keep")
    if _EMERGENCY.search(said):
        return Ruled("pet_health_question", "emergency")
    return None


def _without_words(words: Sequence[str], original: str) -> Ruled:
    """Emoji answer by the first that says something; figures and signs alone say nothing."""
    if not any(word[:1].isdigit() or word.startswith("<") for word in words):
        for sign in original[:200]:
            if sign in _BY_SIGN:
                return Ruled(_BY_SIGN[sign], "sign", 0.8)
    return Ruled(OUT_OF_SCOPE, "no words", 0.8)
