"""What does somebody want of a car?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.entities.sheet import Sheet

_WORDS: Final = (
    ("automatic", r"automatic[ao]s?|automatik[ao]|altomatic[ao]|altomatico|automtico|automaticao|cvt|cambio\s+auto\b|nao\s+(?:quero|seja)\s+manual|automatizad[ao]"),
    ("hybrid", r"hibrid[ao]s?|ibrid[ao]s?|hybrid[ao]?|plug-?in"),
    ("electric", r"(?:carros?\s+|veiculos?\s+|suvs?\s+|100%\s*|totalmente\s+)?eletric[ao]s?|(?<=carro\s)a\s+bateria"),
    ("economy", r"economic[ao]s?|economia|econom[ií]c\w*|economize|economiza|economizar(?:\s+(?:combustivel|gasolina))?|gast[ae]\s+pouco|gastem\s+pouco|beb[ae]\s+pouco|baixo\s+consumo|pouco\s+consumo|consum[ae]\s+pouco|consumo\s+baixo|bom\s+de\s+consumo|consumo\s+bom|nao\s+(?:seja\s+)?(?:gast[ae]|beb[ae])\s+(?:muito|muita)(?:\s+gasolina)?|faz\s+bast?ante\s+km|(?:boa|bom)\s+(?:media|consumo)|beberrao(?<!a)|nao\s+seja\s+beberrao|rende\s+(?:muito|bem)|pouca\s+gasolina|econom(?:ico|iquinho)"),
    ("space", r"espacos[ao]s?|espaco|porta-?\s?malas?\s+(?:grande|bom|espacoso|gigante|enorme|amplo|maior)|bast?ante\s+espaco|amplo|ampla|carrao\s+grande|bagageiro\s+(?:grande|bom)|grande\s+por\s+dentro|caiba\s+(?:a\s+familia|todo|muita|bast)\w*|cab[ae]\s+(?:a\s+familia|todo|muita|bast)\w*|para\s+(?:a\s+)?familia\s+grande|sete\s+lugares(?<!a)|bom\s+porta-?\s?malas?|familia\s+grande"),
    ("performance", r"potente|potencia|desempenho|performance|esportiv[ao]s?|velocidade|veloz|rapido|and[ae]\s+bem|que\s+ande|arranque|arrancada|torque|motor\s+(?:forte|potente|bom)|forte\s+na\s+estrada|turbinad[ao]"),
    ("comfort", r"confort(?:avel|aveis|o)|confotavel|comfortavel|comforto|bancos?\s+de\s+couro|macio|silencios[ao]|gostos[ao]\s+de\s+dirigir|conforto"),
    ("safety", r"segur(?:o|os|a|as|anca)|nota\s+boa\s+no\s+latin\s?ncap|latin\s?ncap|(?:varios\s+|muitos\s+|seis\s+|6\s+)?airbags?|bom\s+em\s+(?:colisao|batida)|itens\s+de\s+seguranca"),
    ("hatch", r"hatchs?|hatches|hatchbacks?|hatche|rache(?=\s+(?:economic|automat))|compacto\s+hatch|ret(?:ch|ches)|reteche"),
    ("sedan", r"sedans?|sedas?|cedans?|sedao|sedã|tres\s+volumes"),
    ("suv", r"suvs?|s\.u\.v\.?|suve|utilitario\s+esportivo|essuve|crossovers?|sulv|esse\s?u\s?ve"),
    ("pickup", r"picapes?|pickups?|pick\s?-?ups?|pikapes?|pic\s?-?up|caminhonetes?|camionetes?|caminhoneta|camioneta|picape\s+dupla|cabine\s+dupla|picapona"),
    ("minivan", r"mini\s?-?vans?|monovolumes?"),
    ("wagon", r"peruas?|station\s+wagons?|wagons?|sw(?!\w)|station\b"),
    ("coupe", r"cupes?|coupes?"),
    ("convertible", r"conversive(?:l|is)|conversivél|cabriolets?|cabrio|capota\s+(?:de\s+lona|retratil|removivel)|teto\s+que\s+abre|roadster"),
)
_PATTERN: Final = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _WORDS) + r")\b")
_INSURANCE: Final = re.compile(r"\bseguros?\s+(?:d[eoa]|auto|total|contra|viagem|vida|sai|fic|cobr|custa|esta|e\s+caro|caro|alto)\b|\b(?:o|do|no|de|tem|com|fazer|valor\s+do|cotar|preco\s+do|pag\w+)\s+segur[oa](?:s|dora)?\b(?!\s+e\s)")
_BODIES: Final = frozenset({"hatch", "sedan", "suv", "pickup", "minivan", "wagon", "coupe", "convertible"})
_FEW_WORDS: Final = 4
_WEAK: Final = re.compile(r"rapido|espaco|segur\w+|economia|economiz\w+|desempenho|confort[o]|gostos.*|macio|ampl[oa]|velocidade|performance|silencios[oa]|capota.*|station")
_NOT_A_CAR: Final = re.compile(
    r"\b(?:portao|porteiro|chuveiro|escova|violao|guitarra|bicicleta|patinete|cadeira|cerca|choque|fogao|conta|instalac\w+|rede|fiacao|pane|parte|vidros?|direcao|trava|energia|resposta|mensagem|debito|atendimento|piloto|"
    r"esteira|aquecedor|barbeador|maquina)\s+(?:eletric|automatic)"
)


def read_preferences(sheet: Sheet, *, about_cars: bool) -> None:
    """Take what is wanted of a car; where nothing else speaks of cars, two wishes or a word on its own must do."""
    matches = [match for match in _PATTERN.finditer(sheet.text) if not _means_something_else(sheet.text, match)]
    names = {match.lastgroup for match in matches if not _WEAK.fullmatch(match.group())}
    sure = about_cars or bool(_BODIES & names) or (bool(names) and len({match.lastgroup for match in matches}) > 1) or (bool(names) and len(sheet.text.split()) <= _FEW_WORDS)
    seen: set[str] = set()
    for match in matches:
        name = match.lastgroup or ""
        if sure and name not in seen:
            seen.add(name)
            sheet.take("car_preference", name, *match.span())


def _means_something_else(text: str, match: re.Match[str]) -> bool:
    """An insurance is no wish for safety, an electric gate none for a car."""
    start, end = match.span()
    if match.lastgroup == "safety":
        return _INSURANCE.search(text, max(0, start - 16), end + 12) is not None
    if match.lastgroup in {"automatic", "electric"}:
        return _NOT_A_CAR.search(text, max(0, start - 16), end) is not None
    return False
