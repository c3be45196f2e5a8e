"""Does the person ask to speak with a human being?"""

from __future__ import annotations

from recado.flows.engine.folding import words

_ALONE = frozenset("atendente humano humana atendimento gerente".split())
_WHO = frozenset("atendente humano humana pessoa alguem vendedor vendedora recepcao recepcionista gerente equipe funcionario".split())
_VERBS = frozenset("falar conversar chamar chama passa transfere transferir atendido atender".split())
_LONGEST = 10
"""Words; in a longer message the wish stands among others, and understanding it is another part's work."""


def asks_for_person(text: str) -> bool:
    """`atendente`, `quero falar com uma pessoa`, `me passa pra um humano` … and not `não quero falar com atendente`."""
    said = words(text[:200])
    if not said or len(said) > _LONGEST or "nao" in said or "nem" in said:
        return False
    telling = [word for word in said if word not in ("um", "uma", "o", "a", "por", "favor", "quero", "pf", "real", "de", "verdade")]
    if len(telling) == 1 and telling[0] in _ALONE:
        return True
    return bool(_VERBS.intersection(said)) and bool(_WHO.intersection(said))
