"""Which name of a time was meant by a word that is none?

A word one slip away (a letter too many, too few, changed, or two swapped) from a name long enough to be recognised is taken for
it, unless it is a word of its own.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from recado.nlu.dates.lexicon import words

_KNOWN: Final = {
    "segnda": "segunda", "sugunda": "segunda", "sgunda": "segunda", "segumda": "segunda", "sengunda": "segunda",
    "tersa": "terca", "tersafeira": "terca", "tecra": "terca", "trca": "terca", "teca-feira": "terca", "terssa": "terca",
    "quata": "quarta", "qarta": "quarta", "kuarta": "quarta", "qurta": "quarta", "quarata": "quarta", "quarda": "quarta",
    "kinta": "quinta", "qinta": "quinta", "quimta": "quinta", "quint": "quinta", "qunta": "quinta", "kuinta": "quinta",
    "sesta": "sexta", "sexa": "sexta", "sxta": "sexta", "sexts": "sexta", "sextaa": "sexta", "secta": "sexta", "sexat": "sexta",
"sabdo": "sabado", "sabo": "sabado", "dmingo": "domingo", "domigo": "domingo", "domino": "domingo",
    "janero": "janeiro", "feverero": "fevereiro", "fervereiro": "fevereiro", "marso": "marco", "abriu": "", "juho": "julho",
    "junio": "junho", "setemb": "setembro", "dezemb": "dezembro", "novemb": "novembro", "desembro": "dezembro",
    "agsto": "agosto", "hje": "hoje", "ojee": "hoje", "ohje": "hoje", "hoke": "hoje", "onten": "ontem", "otem": "ontem",
    "ontm": "ontem", "amnaa": "amanha", "mahna": "manha", "manaha": "manha", "mnha": "manha", "manh": "manha", "mamha": "manha",
    "maha": "manha", "tard": "tarde", "noiti": "noite", "noitr": "noite", "sema": "semana", "smana": "semana",
    "proxma": "proxima", "prossima": "proxima", "procima": "proxima", "proximan": "proxima", "ano-novo": "",
    "meio-dia": "", "meia-noite": "", "quatorse": "quatorze", "vint": "vinte", "cinqo": "cinco", "cinquo": "cinco",
    "oras": "horas", "orass": "horas", "ora": "hora", "horass": "horas", "hoars": "horas", "hroas": "horas",
    "minutis": "minutos", "mintuos": "minutos", "miutos": "minutos",
}  # fmt: skip
"""Slips too far or too short for the rule, and words that the rule would take wrongly ("")."""
_NAMES: Final = (
    "segunda", "quarta", "quinta", "sexta", "terca", "sabado", "domingo", "janeiro", "fevereiro", "agosto", "setembro", "outubro",
    "novembro", "dezembro", "amanha", "anteontem", "semana", "proxima", "proximo", "passada", "madrugada",
    "quinze", "trinta", "quarenta", "cinquenta", "minutos", "depois", "quinzena", "trimestre", "semestre",
)  # fmt: skip
_OWN: Final = words(
    "quarto quanta quantas quanto quartos quinto quintal quita quitar quito querta sexto cesta festa testa "
    "texto tersa cerca perca terra terno terna teca barca marca tinta tintas quieta quintao sarado sabao "
    "sabendo sabido sabida secunda segundo "
    "segura seguida seguinda gosto agosta posto imposto semanal semana semeia demanda semanas proximos proximas "
    "passava passado passadas passa pesada pesado pausada passeada assada manha banha campanha dentre depoi "
    "feriados feriada trinca minuto minutas minuta minimos quarentena quinzenas cinquentao setembrina amanda "
    "ananha amanhar manhas acanha arranha tamanho castanha dezembros dominga dominio domina feridos ferido "
    "dezena carta quarteto quartel quitas quinze quinzes treinta quiosque trintao aposto disposto composto "
    "proposto quintas sextas quartas tercas segundas sabados domingos terceira quintais sertao jantar janeiros "
    "janela fevereiros oitubro"
) - {"oitubro", "ananha", "treinta", "seguinda", "querta", "agosta"}
_SHORTEST: Final = 5
_LONGEST: Final = 12


def meant(word: str) -> str:
    """Return the name that `word` was meant to be, "" where it is none."""
    known = _KNOWN.get(word)
    if known is not None:
        return known
    if word in _OWN or not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    slips = _slips()
    for shorter in (word, *_shortened(word)):
        for name in slips.get(shorter, ()):
            if _one_slip(word, name):
                return name
    return ""


@cache
def _slips() -> dict[str, tuple[str, ...]]:
    """Every name by itself and by each of its forms with a letter missing."""
    found: dict[str, list[str]] = {}
    for name in _NAMES:
        for form in {name, *_shortened(name)}:
            found.setdefault(form, []).append(name)
    return {form: tuple(names) for form, names in found.items()}


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_slip(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        # People seldom miss the first letter, and other words often differ in it alone.
        return False
    if len(word) != len(name):
        shorter, longer = sorted((word, name), key=len)
        return shorter in _shortened(longer) and (len(name) > _SHORTEST or len(word) > len(name))
    wrong = [at for at in range(len(word)) if word[at] != name[at]]
    if len(wrong) == 1:
        # In a short name one letter makes another word.
        return len(name) > _SHORTEST
    first, second = wrong[0], wrong[-1]
    return second == first + 1 and word[first] == name[second] and word[second] == name[first]
