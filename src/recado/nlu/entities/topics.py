"""What is a text about, so far as the reading of its names depends on it?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_CAR_VERTICALS: Final = ("car", "auto", "veic", "vehic", "revenda", "concess", "moto", "oficina")
_PET_VERTICALS: Final = ("pet", "vet")
_CARS: Final = re.compile(
    r"\b(?:carr(?:o|os|inho|ao|oes)|veiculos?|automove(?:l|is)|seminovos?|semi-novos?|test\s?-?drive|suvs?|"
    r"sedans?|hatchs?|hatchbacks?|picapes?|pickups?|"
    r"pick-ups?|caminhonetes?|camionetes?|rodad[ao]s?|kms|0km|okm|quilometragem|concessionaria|fipe|cambio|"
    r"modelos?\s+(?:19|20)\d\d|airbags?|"
    r"minivans?|cupes?|conversive(?:l|is)|peruas?|crossovers?|utilitarios?)\b"
)
_CAR_WORDS: Final = re.compile(
    r"\b(?:motor(?:es)?|automatic[ao]s?|manual|mecanic[ao]|flex|turbo|complet(?:o|a|ao|inho|inha|os)|"
    r"financ\w+|modelos?|placa|ipva|kms?|"
    r"dirig\w+|pneus?|freios?|bateria|oleo|oficina|revis(?:ao|oes)|lanternagem|estoque|gasolina|etanol|"
    r"diesel|tsi|1\.[0-8]|2\.[0-8]|16v|8v|direcao|"
    r"unico\s+dono|multimidia|porta-?malas?|cautelar|vistoria|blindad[ao]|para-?choque|farol|retrovisor|"
    r"embreagem|suspensao|portas|lugares|"
    r"4x4|laudo|sinistro|seguro\s+d[oe]|avaliac\w+|consorcio|zero\s+km|troc(?:o|ar|a|aria|as)|pegam|"
    r"aceitam?|consumo|licenciamento|hibrid[ao]|"
    r"eletric[ao]|lataria|funilaria|polimento|lavagem|alinhamento|balanceamento|guincho|entrada|parcelas?|"
    r"vend\w+|compr\w+|disponivel|19[6-9]\d|20[0-3]\d)\b"
)
_PETS: Final = re.compile(
    r"\b(?:pets?|cachorr\w+|gat[oa]s?|gatinh[oa]s?|caes|cao|cadel\w+|dogs?|doguinh\w+|calopsita|coelh\w+|hamster|felin\w+|bichan\w+|"
    r"petshop|veterinari[ao]s?|vet\b|banho|tosa\w*|toz\w+|filhot\w+|castra\w*|racao|petisco|"
    r"coleira|focinho|patinhas?|patas?|raca|lat(?:e|indo|iu)|"
    r"mi(?:a|ando)|rabo|pelag\w+|pelos?|pulgas?|carrapatos?|vermifug\w+|antipulgas|antirrabica|v8|v10|v4|"
    r"v5|cio|adot\w+|adestr\w+|tutor[ae]?s?|ninhada|xixi|"
    r"coco\b|comeu|engoliu|mordeu|mordida|lamb\w+|espirr\w+|vomit\w+|diarreia|coca(?:r|ndo)|manc(?:a|ando|"
    r"ou)|nao\s+(?:quer\s+)?com(?:e|er|eu)|animal\w*|bichinh[oa]s?|aquario|gaiola|caixa\s+de\s+areia|"
    r"microchip|vacin\w+|hospedagem|passear|passeio|peludinh[oa]s?|arranh\w+|fuci\w+|focinheir\w+|au\s?au)\b"
)


@lru_cache(maxsize=8)
def speaks_of_cars(text: str, vertical: str) -> bool:
    """Whether the text, or the business it is sent to, is plainly about cars."""
    return any(mark in vertical for mark in _CAR_VERTICALS) or _CARS.search(text) is not None


def may_mean_cars(text: str) -> bool:
    """Whether something in the text goes with cars, so that a word that is also a model can be one."""
    return _CAR_WORDS.search(text) is not None


@lru_cache(maxsize=8)
def speaks_of_pets(text: str, vertical: str) -> bool:
    """Whether the text, or the business it is sent to, is about animals."""
    return any(mark in vertical for mark in _PET_VERTICALS) or _PETS.search(text) is not None
