"""What does somebody want of a car?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.entities.sheet import Sheet

_MUCH: Final = r"(?:muit[ao]|demais|tant[ao]|bast?ante)"
_WORDS: Final = (
    (
        "automatic",
        r"(?:cambio\s+)?a[ul]tom[ai]tic[ao]s?|automatik[ao]|automtic[ao]|autom[aá]tic\w*|aut(?=\s*(?:[,.]|"
        r"$))|(?:cambio\s+)?cvt|cambio\s+auto?|automatizad[ao]|(?:sem|"
        r"nao\s+tenha)\s+(?:pedal\s+de\s+)?embreagem|"
        r"nao\s+(?:quero|seja|pode\s+ser)\s+manual|nao\s+precis[ae]\s+(?:ficar\s+)?troca(?:r|ndo)\s+(?:de\s+)?marcha",
    ),
    ("hybrid", r"hi[bv]rid[ao]s?|ibrid[ao]s?|hybrid[ao]?|plug-?\s?in|phev|hev"),
    (
        "electric",
        r"(?:(?:carros?|veiculos?|suvs?|100\s?%|totalmente|todo)\s+)?eletric[ao]s?|eletrificad[ao]s?|evs?|"
        r"que\s+carreg(?:a|ue)\s+na\s+tomada|de\s+tomada|(?<=carro\s)a\s+bateria",
    ),
    (
        "economy",
        rf"economizar?\s+(?:no\s+)?(?:combustivel|gasolina)|economi(?:c[ao]s?|quinh[ao]|z[ae]\w*|a)|economic\w*|(?:gast[ae]|beb[ae]|consum[ae])\s+(?:bem\s+|"
        rf"muito\s+)?(?:pouco|pouca|menos)|(?:baixo|pouco|bom|menor|otimo)\s+consumo|consumo\s+(?:baixo|"
        rf"bom|menor)|bom\s+de\s+(?:consumo|gasolina)|"
        rf"nao\s+(?:seja\s+|fique\s+)?(?:gast[ae]|beb[ae]|consum[ae])(?:\s+{_MUCH})?(?:\s+(?:gasolina|"
        rf"combustivel))?|(?:nao\s+seja\s+)?(?:beberrao|gastao|beberrona)|fa(?:z|ca)\s+(?:muitos?|"
        rf"bast?ante|boa|uns?\s+bons?)\s+(?:km|media|quilometros?)(?:\s+por\s+litro)?|"
        r"economizar\s+(?:combustivel|gasolina)|(?:boa|otima)\s+(?:media|autonomia)|rend[ea]\s+(?:muito|bem|bast?ante)|pouca\s+gasolina|"
        r"(?:nao\s+)?(?:doa|pese)\s+no\s+bolso|gaste\s+menos|baix[oa]\s+custo\s+de\s+manutencao|"
        r"manutencao\s+(?:barata|em\s+conta)",
    ),
    (
        "space",
        r"espacos(?:[ao]s?|inh[ao])|(?:bom\s+|bast?ante\s+|muito\s+|mais\s+)?espaco(?:\s+interno)?|"
        r"(?:bom\s+|boa\s+)?(?:porta-?\s?malas?|mala|bagageiro)\s+(?:bem\s+|muito\s+)?(?:grandao|grande|"
        r"bom|boa|espacos[ao]|gigante|enorme|amplo|ampla|maior)|"
        r"(?:bom|grande|enorme)\s+(?:porta-?\s?malas?|bagageiro)|ampl[ao]|(?:carro|carrao|modelo|algo|um|"
        r"bem|mais)\s+(?:bem\s+)?grande(?:\s+por\s+dentro)?|grande\s+por\s+dentro|grandao|(?:caiba|cab[ae]|"
        r"caibam|cabem)\s+(?:bem\s+)?(?:a\s+familia|todo\s+mundo|muit\w+|bast\w+|a\s+galera|tudo|[567]|"
        r"cinco|sete)|familia\s+grande|carro\s+(?:d[ae]\s+|mais\s+)?famili(?:ar|a)",
    ),
    (
        "performance",
        r"potent[ei]s?|potencia|desempenho|performance|esportiv[ao]s?|esportivinho|carro\s+esporte|velocidade|veloz|"
        r"rapid(?:o|ao)|and[ae]\s+(?:bem|muito)|que\s+(?:ande|corra|voe|puxe)(?:\s+bem)?|arranque|"
        r"arrancada|torque|motor\s+(?:mais\s+|bem\s+)?(?:forte|potente|bom)|"
        r"(?:bom|otimo)\s+(?:de\s+)?motor|possante|puxa\s+bem|forte\s+(?:na\s+estrada|de\s+motor)|"
        r"turbinad[ao]|cavalaria|muitos\s+cavalos",
    ),
    (
        "comfort",
        r"con?m?fort[aá]v\w+|confotavel|comforto|conforto|(?:bancos?|interior)\s+(?:de|em)\s+couro|maci[ao]|"
        r"silencios[ao]|gostos[ao]\s+de\s+dirigir|aconchegante",
    ),
    (
        "safety",
        r"segur(?:o|os|a|as|anca|inho)|(?:nota\s+\w+\s+no\s+|estrelas\s+no\s+)?latin\s?ncap|(?:varios\s+|"
        r"muitos\s+|seis\s+|6\s+)?air\s?bags?|bom\s+em\s+(?:colisao|batida)|itens\s+de\s+seguranca|"
        r"controle\s+de\s+estabilidade|isofix",
    ),
    ("hatch", r"hatchs?|hatches|hatchbacks?|hatche|hatchzinho|retch|reteche|hat?ch"),
    ("sedan", r"sedans?|sedas?|cedans?|sedao|seddan|sedanzinho|sedanzao|tres\s+volumes"),
    (
        "suv",
        r"suvs?|s\.u\.v\.?|suvinh[ao]|suve|utilitarios?(?:\s+esportivos?)?|essuve|crossovers?|cross-over|sulv|"
        r"esse\s?u\s?ve|jipinho",
    ),
    (
        "pickup",
        r"picapes?|picapinhas?|picaponas?|pickups?|pick\s?-?ups?|pikapes?|pic\s?-?up|caminhonet(?:e|a|inha|"
        r"ona)s?|camionet(?:e|a|inha|ona)s?|caminhonet\w*|caminhoneti\w*|cabine\s+(?:dupla|simples|"
        r"estendida)|cabinada",
    ),
    ("minivan", r"mini\s?-?vans?|monovolumes?"),
    ("wagon", r"peruas?|peruinha|station\s+wagons?|wagons?|station|sw"),
    ("coupe", r"cupes?|coupes?|cupezinho"),
    (
        "convertible",
        r"conversive(?:l|is)|conversivu|cabriolets?|cabrio|capota\s+(?:de\s+lona|retratil|removivel)|"
        r"teto\s+que\s+abre|sem\s+capota|roadster",
    ),
)
_PATTERN: Final = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _WORDS) + r")\b")
_INSURANCE: Final = re.compile(
    r"\bseguros?\s+(?:d[eoa]|auto|total|contra|viagem|vida|sai|fic|cobr|custa|esta|e\s+caro|caro|alto)\b|"
    r"\b(?:o|do|no|de|tem|com|fazer|valor\s+do|cotar|preco\s+do|pag\w+)\s+segur[oa](?:s|dora)?\b(?!\s+e\s)"
)
_BODIES: Final = frozenset({"hatch", "sedan", "suv", "pickup", "minivan", "wagon", "coupe", "convertible"})
_WEAK: Final = re.compile(
    r"rapid.*|(?:.* )?espaco(?: interno)?|segur\w+|economia|economiz[a-z]+|desempenho|confort[o]|gostos.*|maci.|ampl[oa]|"
    r"velocidade|performance|silencios[oa]|capota.*|station|sw|aut|.*grand.*|evs?|hev|aconch.*|sem capota|"
    r"de tomada|potencia|rend.*|isofix|nao.*|.*bolso|puxa.*"
)
_FEMININE: Final = re.compile(
    r"\b(?:suvs?|picapes?|caminhonetes?|camionetes?|versao|van|perua|hibrida|minivan|opcao|moto)\b[^.!?]{0,14}$"
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:geladeira|energia|luz|ar\s+condicionado|tv|televisao|maquina|contrato|msg|banho|tosa|consulta|pacotes?|planos?|hote\w+|hosped\w+|cort\w+|sala|quarto|apartamento|casa|"
    r"lugar|atend\w+|robo|mensag\w+|respost\w+|debito|cama|caminha|caixa|transporte|uber|racao|cadeira|"
    r"sofa|colchao|"
    r"roupa|tenis|sapato|frete|entrega|cachorr\w+|gat[oa]s?|pet|portao|fogao|chuveiro|celular|internet|"
    r"passagem|sistema|programa|disparo|campanha|agendamento|confirmacao|lembrete)\b"
)
_NOT_A_CAR: Final = re.compile(
    r"\b(?:portao|porteiro|chuveiro|escova|violao|guitarra|bicicleta|patinete|cadeira|cerca|choque|fogao|"
    r"conta|instalac\w+|rede|fiacao|pane|parte|vidros?|direcao|trava|energia|resposta|mensagem|debito|"
    r"atendimento|piloto|"
    r"esteira|aquecedor|barbeador|maquina)\s+(?:eletric|automatic)"
)


def read_preferences(sheet: Sheet, *, about_cars: bool) -> None:
    """Take what is wanted of a car; where nothing else speaks of cars, two wishes or a word on its own must do."""
    matches = [match for match in _PATTERN.finditer(sheet.text) if not _means_something_else(sheet.text, match)]
    names = {match.lastgroup for match in matches if not _WEAK.fullmatch(match.group())}
    enough = bool(names) or len({match.lastgroup for match in matches}) > 1
    wanted = enough and _ELSEWHERE.search(sheet.text) is None
    sure = about_cars or bool(_BODIES & names) or wanted
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
    if match.lastgroup == "electric" and match.group().endswith(("ca", "cas")):
        return _FEMININE.search(text[max(0, start - 24) : start]) is None
    if match.lastgroup in {"automatic", "electric"}:
        return _NOT_A_CAR.search(text, max(0, start - 16), end) is not None
    return False
