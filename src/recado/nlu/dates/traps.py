"""What looks like a time and is none?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.lexicon import words
from recado.nlu.dates.tags import tags
from recado.nlu.dates.values import Nothing
from recado.nlu.numerals import alternatives

_N: Final = rf"(?:\d+(?:[.,]\d+)*|{alternatives(1, 100)})"
_STREET: Final = (
    r"(?:rua|r\.|avenida|av\.?|alameda|al\.|praca|pca\.?|pc\.|travessa|tv\.|largo|rodovia|estrada|bairro|vila|"
    r"colegio|escola|edificio|"
    r"condominio|residencial|jardim|parque|beco|viela|ladeira|viaduto|ponte|quadra|marginal)"
)
_MONTH: Final = r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
_ANIMAL: Final = (
    r"(?:cachorr\w+|gat\w+|pets?|filhot\w*|poodle|shih\s?tzu|pinscher|labrador|golden|vira-?lata|yorkshire|york|"
    r"pug|bulldog|calopsita|"
    r"coelh\w+|spitz|lhasa|persa|siames|maltes|bebe|menin[oa]|filh[oa]|crianca|dog|doguinh\w+|au+\s?au)"
)
_OF_NUMBERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"r\$\s*[\d.,]*\d(?:\s*(?:mil|k|reais|milhoes|milhao))?",
        r"\+?\(?\d{2,3}\)?[\s-]*9?\s?\d{4}[-\s]?\d{4}\b|\b\d{4,5}-\d{4}\b|\b\d{8,}\b|\b\d{5}-\d{3}\b",
        r"\b\d{3}\.\d{3}\.\d{3}-?\d{2}\b|\b[a-z0-9]{2}\.[a-z0-9]{3}\.[a-z0-9]{3}/[a-z0-9]{4}-\d{2}\b|\b\d{6,}\b|"
        r"\b(?!(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez|dia|das|ate|dos)\b|(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez|dia|das|ate|dos)\d)[a-z]{3}-?\d[a-z0-9]\d{2}\b",
        r"\b\d{1,3}\s?x\b(?:\s*(?:de\s+)?[\d.,]+)?|\b\d+(?:[.,]\d+)?\s?k\b|\bem\s+(?:ate\s+)?\d{1,3}\s*(?:vezes|"
        r"parcelas|prestacoes)",
        r"\b(?:parcelas?|prestacao|prestacoes|boletos?|fatura|nota|pedido|protocolo|numero|num|no\.|apto|ap|"
        r"apartamento|sala|casa|lote|bloco|andar|km|codigo|"
        r"placa|processo|contrato|os|cep|cpf|cnpj|rg|versao|item|artigo|tamanho|tam|serie)\s*(?:n[o.]?|numero|:|#)"
        r"?\s*\d[\d./-]*(?!\s*(?:h\b|horas|:))",
        r"\b\d{1,2}/\d{1,2}(?=\s+(?:parcelas?|prestac|do\s+financ|do\s+carne|do\s+emprest|d[oe]\s+litro|de\s+xicara|"
        r"do\s+valor))",
        r"\b(?:ano|modelo|ano/modelo|ano\s+modelo)\s*(?:de\s+)?\d{4}(?:\s*/\s*\d{2,4})?\b|\b(?:19|20)"
        r"\d{2}\s*/\s*(?:19|20)?\d{2}\b",
        rf"\b{_STREET}\s+(?:(?!e\b|as\b|no\b|dia\b|amanha\b|hoje\b)[a-z.]+\s+){{0,3}}?(?:\d{{1,2}}|primeiro|1o|"
        rf"{alternatives(2, 31)})\s+de\s+[a-z]+(?:\s*,?\s*\d+)?",
        r"\b(?:mor[ao]\w*|fic[ao]|resid\w+|esquina|entreg\w+|loja|unidade|filial)\s+(?:n[ao]|com\s+a|d[ao])"
        rf"\s+(?:\d{{1,2}}|{alternatives(2, 31)})\s+de\s+{_MONTH}\b",
        rf"\b{_STREET}\s+(?:(?:d[aeo]s?|dona?|doutor|dr|general|padre|sao|santa|santo|senador|coronel)\s+)"
        rf"*[a-z]+(?:\s*,\s*(?:n[o.]?\s*)?|\s+(?=\d{{3}}))\d+",
        rf"\b{_ANIMAL}\b[^.!?]{{0,30}}?\b(?:de|com|tem|fez|tinha)\s+(?:uns\s+|quase\s+)?{_N}\s+(?:aninhos?|anos?|"
        rf"meses|mesinhos|mes|semanas|dias)\b(?!\s+que\b)(?:\s+e\s+(?:meio|{_N}\s+(?:meses|mes)))?",
        r"\b(?:tem|tenho|com|fez|completou|completa|completando|idade\s+de|tinha)\s+(?:uns\s+|quase\s+|so\s+|"
        rf"apenas\s+|cerca\s+de\s+)?{_N}\s+(?:aninhos?|anos?|meses|mesinhos|semanas|dias)(?:\s+e\s+(?:meio|{_N}\s+(?:meses|mes)))?(?=\s*$|\s*[.,!?;]|\s+(?:e\b|de\s+(?:idade|vida)|d[ea]\s+nascid|completos?|ja\b))",
        rf"\b{_N}\s+(?:aninhos?|anos?|meses|mesinhos|mes|dias|semanas)\s+(?:e\s+meio\s+)?de\s+(?:idade|vida|"
        rf"nascid[oa]|uso|casad[oa]s?)\b|\b{_N}\s+aninhos?\b",
        r"\b(?!(?:de|por|em|ha|daqui|dentro|prazo|cada|apos|ate|com|faz|umas|uns|mais|menos|das|as|a|sao\s+mais)\b)"
        r"[a-z]+\s+(?:(?:por|as|e|sao)\s+)?"
        r"(?:24|vinte\s+e\s+quatro)\s?(?:h|hs|hrs|horas)\b(?!\s+(?:antes|depois|atras|de\s+(?:antecedencia|espera|"
        r"prazo|duracao)))(?:\s+por\s+dia)?",
        r"\b(?:24\s?(?:/|por|x)\s?7|24\s?(?:h|hs|hrs|horas)\s+por\s+dia)\b",
    )
)
_OF_WORDS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"https?://\S+|www\.\S+|\S+@\S+\.\S+",
        rf"\b{_STREET}\s+(?:d[aeo]s?\s+)?(?:domingos?|natal|ano\s+novo|sexta|quinta|primavera|verao|{_MONTH}|"
        rf"\d{{1,2}}|sao\s+joao|tiradentes|independencia|republica|(?:d[oa]s?\s+)?namorados|finados|proclamacao\s+da\s+republica)\b",
        r"\b(?:um\s+|uma\s+|tenha\s+um\s+)?(?:muito\s+)?(?:bom|boa|otimo|otima|excelente|lindo|linda|feliz|"
        r"abencoad[oa])\s+(?:dia|tarde|noite|fim\s+de\s+semana|final\s+de\s+semana|fds|semana|"
        r"feriado|feriadao|natal|ano\s+novo|pascoa|carnaval|sao\s+joao|domingo|sabado|sexta|segunda|terca|quarta|"
        r"quinta|madrugada|manha|mes|ano|dia\s+d[aeo]s?\s+\w+)(?:-feira)?\b"
        r"(?:\s+(?:a|pra|para)\s+(?:todos|vc|voce|voces|vcs|tod[ao]s|nos))?",
        r"\b(?:bomdia|boatarde|boanoite)\b|\bb\s?dia\b|\bate\s+(?:mais|logo|breve|ja|jaja|a\s+proxima)"
        r"(?:\s+(?:tarde|ver|entao))?\b|\bfelizes?\s+festas\b",
        r"\b(?:dia\s+a\s+dia|hoje\s+em\s+dia|(?:um|algum)\s+dia\s+(?:desses|qualquer)|todo\s+santo\s+dia|"
        r"nos\s+dias\s+de\s+hoje|daqui\s+a\s+pouco|daqui\s+(?:a\s+)?pouquinho|"
        r"agora\s+ha\s+pouco|ha\s+pouco(?:\s+tempo)?|segundo\s+(?:o|a|ele|ela|eles|me|informa)\w*|"
        r"uma\s+hora\s+dess[ae]s?|de\s+uma\s+hora\s+pra\s+outra|a\s+qualquer\s+hora|"
        r"em\s+cima\s+da\s+hora|na\s+mesma\s+hora|fora\s+de\s+hora|de\s+vez\s+em\s+quando|a\s+essa\s+hora|"
        r"de\s+ultima\s+hora|ultima\s+hora|prato\s+do\s+dia|promocao\s+do\s+dia|todo\s+dia\s+(?:e|eh)\b|"
        r"cada\s+dia\s+(?:mais|pior|melhor)|o\s+dia\s+em\s+que|no\s+dia\s+(?:em\s+)?que|outro\s+dia|esses\s+dias|"
        r"estes\s+dias|dia\s+desses)\b",
        r"\b(?:ao\s+meio|no\s+meio\s+(?:da|do)|meio\s+(?:termo|ambiente|a\s+meio)|dividir\s+ao\s+meio|"
        r"meia\s+(?:boca|entrada|duzia|idade))\b(?!\s*-?\s*(?:dia|manha|tarde|noite|mes|ano|semana|madrugada|semestre))",
        r"\b(?:dona|dom|seu|sra?\.?|dr\.?a?|sao|santo)\s+(?:domingos|janeiro|abril|natal|julho|primavera)\b|"
        r"\bme\s+chamo\s+\w+|\b(?:cidade\s+de|em|de)\s+natal\s*[,/-]?\s*rn\b|\brio\s+de\s+janeiro\b|\bpernambucanas\b",
        r"\b(?:hb20s?|c3|c4|s10|hr-?v|cr-?v|i30|x1|x3|q3|a3|(?:peugeot|pegeout|peugeout)\s+\d{3,4}|fiat\s+(?:500|"
        r"147)|20[678]|30[78]|40[78]|[235]008|gol\s+g\d|onix\s+\d[\d.,]*|"
        r"ford\s+ka|f-?\d{3,4}|uno\s+\d\.\d|bmw\s+\d{3}\w*|audi\s+\w\d|\d[.,]\d\s*(?:turbo|flex|16v|8v|tsi|mpi|v\d))\b",
    )
)
_NUMBER: Final = re.compile(rf"\d|\b{_N}\b")
_FEMININE: Final = words(
    "vez parcela prestacao pessoa unidade cota dose sessao aula filha gata cachorra caixa peca foto porta "
    "estrela mensagem moto mesa cadeira"
)
_APPOINTED: Final = words("consulta reuniao revisao avaliacao visita cirurgia vacina prova entrada ligacao aula sessao")


def masked(text: str) -> str:
    """Return `text` with what is no time made unreadable, every character still in its place."""
    masks = (*_OF_NUMBERS, *_OF_WORDS) if _NUMBER.search(text) else _OF_WORDS
    for pattern in masks:
        text = pattern.sub(lambda found: "#" * len(found.group()), text)
    return text


def _nothing(_: Found, __: Scene) -> Nothing:
    return Nothing()


def _ordinal(found: Found, _: Scene) -> Nothing | None:
    """ "segunda via", "terceira parcela", "a sexta vez"; "na sexta consulta com a doutora" is Friday."""
    noun = found.word("noun")
    if found.part("noun")[0].tag in tags("CNT") and noun not in _FEMININE:
        return None
    if noun in _APPOINTED and found.follows("EM", "NESSE", "PRA", "DE", within=1):
        return None
    return Nothing()


RULES: Final = layer(
    "CUR MIL PCT CNT ORDN PERIOD ORD",
    rule("CUR NUMBER MIL? (?:E MEIO)?", _nothing),
    rule("(?:NUMBER|DOTS|CLKH) (?:E (?:MEIO|MEIA))? (?:DE)? (?:MIL|PCT|CUR)(?: (?:E NUMBER|E MEIO)? CNT?)?", _nothing),
    rule("(?:NUMBER|DOTS) (?:E (?:MEIO|MEIA))? CNT (?!NTH)", _nothing),
    rule("(?:WO|OA|ORD) (?P<noun>ORDN|CNT|PERIOD)", _ordinal),
    rule("EM ORD X", lambda found, _: Nothing() if found.whole[-1].word == "lugar" else None),
)
