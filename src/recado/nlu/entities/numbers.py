"""Which counts, quantities and ordinals stand in a text?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from recado.nlu.entities.amounts import SCALES, tidy
from recado.nlu.entities.sheet import A_TIME, TAKEN, Sheet
from recado.nlu.entities.units import Quantity, Unit

_COLLECTIVES: Final = {
    "duzia": 12,
    "par": 2,
    "dezena": 10,
    "centena": 100,
    "milheiro": 1000,
    "cento": 100,
    "vintena": 20,
    "trinca": 3,
    "grosa": 144,
}
_COLLECTIVE: Final = re.compile(
    r"\b(?:(?P<half>meia|meio)|(?P<one>uma?|1|hum)|(?P<more>\d{1,3}|dois|duas|tres|quatro|cinco|seis|"
    r"dez))\s+(?P<what>duzias?|pares|par|dezenas?|centenas?|milheiros?|cento|vintena|grosa|"
    r"trinca)\b(?!\s+ou\s+impar)(?!\s+e\s)"
)
_COUNT: Final = {"dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "dez": 10}
_ORDINALS: Final = {
    "primeir": 1, "segund": 2, "terceir": 3, "quart": 4, "quint": 5, "sext": 6, "setim": 7, "oitav": 8, "non": 9, "decim": 10,
    "vigesim": 20, "trigesim": 30, "centesim": 100,
}  # fmt: skip
_NOUNS: Final = (
    r"(?:via|vez|vezes|opcao|opcoes|parcela|parcelas|porta|pergunta|mensagem|tentativa|dose|etapa|parte|"
    r"turma|edicao|fase|linha|coluna|loja|unidade|posicao|marcha|chance|mao|colocad[oa]|prestacao|geracao|"
    r"sessao|"
    r"pagina|reuniao|consulta|vacina|alternativa|faixa|quadra|andar|lugar|carro|item|horario|dia|mes|banho|"
    r"bloco|lote|contato|boleto|pedido|filho|filha|cachorro|gato|encontro|piso|grau|semestre|bimestre|"
    r"trimestre|quinzena|"
    r"periodo|cliente|foto|imagem|video|link|modelo|ano|colegio|pet|visita|aplicacao|camada|remessa|rodada|"
    r"aviso|lembrete|numero|compra|veiculo|endereco|telefone|nome|plano|pacote|procedimento|retorno|exame|"
    r"\x00)"
)
_ORDINAL: Final = re.compile(
    r"\b(?P<ten>decim|vigesim)[oa]\s+(?P<more>primeir|segund|terceir|quart|quint|sext|setim|oitav|non)[oa]\b|"
    rf"\b(?:(?P<stem>primeir|terceir|setim|oitav|non|decim|vigesim|"
    rf"trigesim|centesim)[oa]s?(?=\s+(?P<noun>(?!que|de\b|do\b|da\b|a\b|o\b|e\b|eu\b|queria|quero|vou|"
    rf"preciso|mas\b|gostaria|voce|vc|ele|ela|lugar\s*,|mundo)(?:[a-z]{{3,}}|\x00)))|"
    rf"(?P<weekday>segund|quart|quint|sext)[oa]s?(?=\s+{_NOUNS}(?![a-z])))|"
    r"\b(?:o|no|do|pro|ao|esse|este)\s+(?P<stem2>primeir|segund|terceir|quint|sext|setim|oitav|"
    r"decim)o(?=\s*(?:[.,!?]|$|opcao|da\s+lista|d[ao]s?\s+(?:opcoes|fila|lista)|mesmo|por\s+favor|pfv))|"
    r"\b(?:a|na|da|pra|pela)\s+(?P<stem3>primeir|terceir|setim|oitav)a(?=\s*(?:[.,!?]|$|opcao|da\s+lista|"
    r"d[ao]s?\s+(?:opcoes|fila|lista)|mesmo))"
)
_DIGIT_ORDINAL: Final = re.compile(r"(?<![\w.,/])(?P<n>\d{1,3})\s?(?P<mark>[oa]|os|as)(?![\w])(?!\s+feira)")
_MARKED: Final = frozenset("ºª°")
_STRAY: Final = re.compile(
    r"(?:\b(?:dia|dias|nota|grau|pag|pagina|opc|nivel|as|das|km|r\$|aos|br|bairro|setor|fase|etapa|artigo|anos?|"
    r"idade|casa|tamanho|numero|android|windows|versao|g|serie|copa|top|brasil|motor|cambio|temp\w*|gpt|ps|fifa|ios|"
    r"covid|omega|b|v|vitamina|zero|classe|aro|uso|calco|manequim|mesa|quarto|suite|camisa|capitulo|cap|febre|pressao|"
    r"glicemia|lado|portao|plataforma|poltrona|assento|cadeira|ramal|sub|edificio|predio|residencial|rodovia|modulo|"
    r"aula|questao|exercicio|faixa|canal|camarote|setembro|outubro|novembro|dezembro|janeiro|fevereiro|marco|abril|"
    r"maio|junho|julho|agosto)(?:\s+(?:e|eh))?\s*:?\s*|"
    r"\bdias?\s+\d{1,2}\s*(?:,|ou|e|a|ate)\s*|(?<![\d\x00])-|[/:#@$+*=_\\]|\d\s+(?:por|a)\s+)$"
)
_TIMES: Final = re.compile(r"\x01\s*(?:,|ou|e|a|ate)\s*$")
_BOTH: Final = re.compile(
    r"\b(?:quer\w*|quero|lev\w+|gost\w+\s+d|compr\w+|fic\w+\s+com|essas|todas|entre|com|peg\w+|ador\w+|sao|"
    r"pode\s+ser)\s*as\s+$"
)
_AFTER_STRAY: Final = re.compile(
    r"\s?(?:[/:]\s?\d|h\b|hs\b|x\s?\d|as\s+\d|da\s+(?:manha|tarde|noite|madrugada)|de\s+(?:janeiro|"
    r"fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|e\s+(?:meia|"
    r"pouco)\b|em\s+ponto|\s*(?:a|ou|e|ate|-)\s*(?:\x01|\d{1,3}\s*(?:dias?|h\b|hs|hrs|horas?|min|meses|anos|semanas))|pras?\s+(?:as\s+)?\w+|horas|"
    r"\s*(?:por\s+(?:7|dia|semana))|portas?\s+do\s+ceu|cavalos\s+do|graus|[ao]\s+0\b|rodas\s+no)"
)
_IDIOMS: Final = re.compile(
    r"(?<![\w.,])(?:\d{3,4}x\d{2,4}|\d{1,2}x\d{1,2})(?![\w.,])|pressao\s+(?:\w+\s+){0,2}\d{1,2}\s*(?:por|x|/)\s*\d{1,2}|"
    r"\b(?:nota\s+(?:10|mil|dez)|24\s?(?:/|x|por)\s?7|4\s?x\s?[24]|quatro\s+por\s+quatro|8\s+ou\s+80|"
    r"oito\s+ou\s+oitenta|meia\s+noite|meio\s+dia|zero\s+(?:bala|a\s+esquerda)|do\s+zero|mil\s+(?:e\s+uma|"
    r"desculpas|beijos|abracos|vezes|obrigad\w+|perdoes|maravilhas|coisas|grau)|"
    r"50\s?%|meio\s+a\s+meio|fifty|um\s+dois|dois\s+em\s+um|2\s+em\s+1|3\s+em\s+1|"
    r"seis\s+por\s+meia\s+duzia|pintar\s+o\s+sete|sete\s+chaves|quinhentos\s+anos|cem\s+por\s+cento|"
    r"dois\s+toques|dois\s+palitos|2\s+palitos|um\s+por\s+um|de\s+dez\s+a\s+zero|nos\s+trinques|"
    r"dois\s+pesos|duas\s+medidas|"
    r"segundo\s+(?:ele|ela|eles|o\s|a\s|me|informa\w+)|ultimos\s+tempos|entre\s+quatro\s+paredes|"
    r"de\s+quatro\b|primeir[oa]\s+mundo|mais\s+de\s+mil)\b"
)
_COUNTED_UNITS: Final = frozenset({Unit.NONE, Unit.TIMES, Unit.MEASURE})
_YEARS: Final = range(1900, 2041)
_MOST_DIGITS: Final = 1_000_000


def hide_idioms(sheet: Sheet) -> None:
    """Blank figures of speech that hold a number."""
    for match in _IDIOMS.finditer(sheet.text):
        sheet.blank(*match.span())


def read_ordinals(sheet: Sheet) -> None:
    """Take ordinals: in figures with their mark, in words before what they order."""
    for match in _DIGIT_ORDINAL.finditer(sheet.text):
        written = sheet.as_written(match.end("n"), match.end())
        if any(mark in written for mark in _MARKED) or (match["mark"] in {"o", "a"} and written == match["mark"]):
            sheet.take("ordinal", int(match["n"]), *match.span())
    for match in _ORDINAL.finditer(sheet.text):
        if match["ten"]:
            sheet.take("ordinal", _ORDINALS[match["ten"]] + _ORDINALS[match["more"]], *match.span())
            continue
        name = next(one for one in ("stem", "weekday", "stem2", "stem3") if match[one])
        sheet.take("ordinal", _ORDINALS[match[name]], match.start(name), max(match.end(), match.end(name) + 1))


def read_collectives(sheet: Sheet) -> None:
    """Take "meia dúzia", "um par", "duas dezenas"."""
    for match in _COLLECTIVE.finditer(sheet.text):
        what = next(many for word, many in _COLLECTIVES.items() if match["what"].startswith(word))
        count = 0.5 if match["half"] else 1 if match["one"] else _COUNT.get(match["more"]) or int(match["more"])
        sheet.take("number", tidy(count * what), *match.span())


def read_numbers(sheet: Sheet, quantities: Sequence[Quantity]) -> None:
    """Take counts, quantities and numbers of instalments: what no other family has taken and no guard explains."""
    for one in quantities:
        if _counts(sheet, one):
            sheet.take("number", tidy(one.value), one.amount.start, one.amount.end)


def _counts(sheet: Sheet, one: Quantity) -> bool:
    text, amount = sheet.text, one.amount
    written = text[amount.start : amount.end]
    if TAKEN in written or A_TIME in written or amount.article or one.unit not in _COUNTED_UNITS:
        return False
    if one.unit is Unit.MEASURE and amount.value == 1 and not amount.digits:
        return False
    if one.unit is Unit.TIMES:
        return True
    before = text[max(0, amount.start - 16) : amount.start]
    if one.unit is Unit.NONE and not one.counted and _TIMES.search(before):
        return False
    if (_STRAY.search(before) and not _BOTH.search(before)) or _AFTER_STRAY.match(text, amount.end):
        return False
    if (
        amount.digits
        and amount.scale == 1
        and (amount.value in _YEARS or amount.value >= _MOST_DIGITS or (text[amount.start] == "0" and amount.value > 0))
    ):
        return False
    bare_thousand = amount.value == SCALES["mil"] and not amount.digits
    return not bare_thousand or one.counted
