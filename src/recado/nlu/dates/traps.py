"""What looks like a time and is none?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.lexicon import words
from recado.nlu.dates.tags import tags
from recado.nlu.dates.values import Nothing
from recado.nlu.numerals import alternatives

_NUMBER: Final = rf"(?:\d+(?:[.,]\d+)*|{alternatives(1, 100)})"
_DAY: Final = rf"(?:\d{{1,2}}|primeiro|1o|[xvi]{{1,5}}|{alternatives(2, 31)})"
_MONTH: Final = "(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
_SHORT_WORD: Final = "(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez|dia|das|ate|dos)"
_AGES: Final = "(?:aninhos?|anos?|meses|mesinhos|mes|semanas|dias)"
_STREET: Final = (
    "(?:rua|r[.]|avenida|av[.]?|alameda|al[.]|praca|pca[.]?|pc[.]|travessa|tv[.]|largo|rodovia|estrada|bairro|vila|colegio|escola|"
    "edificio|condominio|residencial|jardim|parque|beco|viela|ladeira|viaduto|ponte|quadra|marginal)"
)
_ANIMAL: Final = (
    r"(?:cachorr\w+|gat\w+|pets?|filhot\w*|poodle|shih~tzu|pinscher|labrador|golden|vira-?lata|york(?:shire)?|pug|bulldog|"
    r"calopsita|coelh\w+|spitz|lhasa|persa|siames|maltes|bebe|menin[oa]|filh[oa]|crianca|dog|doguinh\w+|au+~au)"
)
_PERSON: Final = (
    "(?:senhora?|homem|mulher|idos[oa]|pessoa|cliente|rapaz|moca|jovem|av[oa]|mae|pai|marido|esposa|net[oa])"
)
_NUMBERED: Final = (
    "(?:parcelas?|prestac(?:ao|oes)|boletos?|fatura|nota|pedido|protocolo|numero|num|no[.]|apto|ap|apartamento|sala|casa|lote|bloco|"
    "andar|km|codigo|placa|processo|contrato|cep|cpf|cnpj|rg|versao|item|artigo|tamanho|tam|serie)"
)
_AROUND_CLOCK: Final = "(?:24|vinte e quatro)~(?:h|hs|hrs|horas)"
_HONOURS: Final = "(?:(?:d[aeo]s?|dona?|doutor|dr|general|padre|sao|santa|santo|senador|coronel) )*"
_GOOD: Final = "(?:muito )?(?:bom|boa|otim[oa]|excelente|lind[oa]|feliz|abencoad[oa])"
_WISHED: Final = (
    r"(?:dia|tarde|noite|(?:fim|final) de semana|fds|semana|feriado|feriadao|natal|ano novo|pascoa|carnaval|"
    r"sao joao|domingo|sabado|"
    r"segunda|terca|quarta|quinta|sexta|madrugada|manha|mes|ano|dia d[aeo]s? \w+)(?:-feira)?"
)


def _mask(text: str) -> re.Pattern[str]:
    """Compile a pattern in which a blank is any space and a tilde optional space, so that long ones can be read."""
    return re.compile(text.replace("[ ]", "\0").replace(" ", r"\s+").replace("~", r"\s*").replace("\0", " "))


_OF_NUMBERS: Final = tuple(
    _mask(text)
    for text in (
        # money, phones, documents, plates
        r"r[$]~[\d.,]*\d(?:~(?:mil|k|reais|milhoes|milhao))?",
        r"[+]?\(?\d{2,3}\)?[\s-]*9?~\d{4}[-\s]?\d{4}\b|\b\d{4,5}-\d{4}\b|\b\d{6,}\b|\b\d{5}-\d{3}\b",
        r"\b\d{3}[.]\d{3}[.]\d{3}-?\d{2}\b|\b[a-z0-9]{2}[.][a-z0-9]{3}[.][a-z0-9]{3}/[a-z0-9]{4}-\d{2}\b",
        rf"\b(?!{_SHORT_WORD}(?:\b|\d))[a-z]{{3}}-?\d[a-z0-9]\d{{2}}\b",
        # "paguei 120 dia 5": many of a single day are an amount
        r"\b(?!0?1\b)\d+(?:[.,]\d+)?(?= dia \d{1,2}\b)",
        # instalments, shares, figures of things
        r"\b\d{1,3}~x\b(?! (?:por|ao?|na|pra) (?:dia|semana|mes|ano))(?:~(?:de )?[\d.,]+)?|\b\d+(?:[.,]\d+)?~k\b",
        r"\bem (?:ate )?\d{1,3}~(?:vezes|parcelas|prestacoes)",
        r"\b(?:financi|parcel|divid)\w*\b[^.!?]{0,25}?\b(?:em|por|de) (?:ate )?\d{1,3}~meses",
        r"\bem (?:ate )?\d{1,3} meses(?=[^.!?]{0,25}\b(?:parcel|prestac|juros|entrada))",
        r"\bem (?:ate )?(?:18|24|30|36|42|48|54|60|72|84|96) (?:meses|x)\b",
        rf"\b{_NUMBERED}~(?:n[o.]?|numero|:|\#)?~\d[\d./-]*(?!~(?:h\b|horas|:))",
        r"\b(?:caminh\w+|vuc|manga|calca|cozinha)~3/4\b|\b\d{1,2}/\d{1,2}(?= (?:parcelas?|prestac|do financ|"
        r"do carne|do emprest|d[oe] litro|de xicara|do valor))",
        # years and versions of cars
        r"(?<!no[ ])(?<!este[ ])(?<!esse[ ])\b(?:ano|modelo(?: de)?|ano/modelo|ano modelo(?: de)?)~\d{4}(?:~/~\d{2,4})?\b",
        r"\b(?:19|20)\d{2}~/~(?:(?:19|20)\d{2}|\d{2})\b(?!/)",
        r"\b(?:hb20s?|c3|c4|s10|hr-?v|cr-?v|i30|x1|x3|q3|a3|(?:peugeot|pegeout|peugeout) \d{3,4}|fiat (?:500|147)|"
        r"20[678]|30[78]|40[78]|"
        r"[235]008|gol g\d|onix \d[\d.,]*|f-?\d{3,4}|uno \d[.]\d|bmw \d{3}\w*|audi \w\d|\d[.,]\d~(?:turbo|flex|16v|"
        r"8v|tsi|mpi|v\d))\b",
        # streets that a date gave their name
        rf"\b(?:na|da|pela) \d{{1,2}} de {_MONTH}\b",
        r"\b(?:mor[ao]\w*|fic[ao]|resid\w+|esquina|entreg\w+|loja|unidade|filial) (?:n[ao]|com a|d[ao])"
        rf" {_DAY} de {_MONTH}\b",
        rf"\b{_STREET} {_HONOURS}[a-z]+(?:~,~(?:n[o.]?~)?| (?=\d{{3}}))\d+",
        # ages
        rf"\b{_ANIMAL}\b[^.!?]{{0,30}}?(?:\b(?:de|com|tem|fez|tinha)|,) (?:uns |quase )?{_NUMBER} {_AGES}\b(?! que\b)"
        rf"(?: e (?:meio|{_NUMBER} (?:meses|mes)))?",
        r"\b(?:tem|tenho|com|fez|completou|completa|completando|idade de|tinha) (?:uns |quase |so |apenas |cerca de )?"
        rf"{_NUMBER} (?:aninhos?|anos?|meses|mesinhos)(?: e (?:meio|{_NUMBER} (?:meses|mes)))?"
        r"(?=~$|~[.,!?;]| (?:e\b|de (?:idade|vida)|d[ea] nascid|completos?|ja\b|so\b|agora\b))",
        r"\b(?!(?:contrato|garantia|financiamento|prazo|experiencia|carencia|plano|mercado|historia|empresa)\b)"
        r"\w+ de (?:1[89]|[2-9]\d|10\d) anos\b",
        rf"\b{_PERSON} (?:de|com) {_NUMBER} (?:anos?|meses)\b",
        rf"\b(?:\d+|[a-z]+) {_AGES} (?:e meio )?de (?:idade|vida|nascid[oa]|uso|casad[oa]s?)\b|\b(?:\d+|[a-z]+) aninhos?\b",
        # open round the clock
        r"\b(?!(?:de|por|em|ha|daqui|dentro|prazo|cada|apos|ate|com|faz|umas|uns|mais|menos|das|as|a)\b)"
        r"[a-z]+ (?:(?:por|as|e|sao) )?"
        rf"{_AROUND_CLOCK}\b(?! (?:antes|depois|atras|de (?:antecedencia|espera|prazo|duracao)))(?: por dia)?",
        rf"\b(?:24~(?:/|por|x)~7|{_AROUND_CLOCK} por dia)\b",
    )
)
"""Only looked for where there is a number."""
_OF_WORDS: Final = tuple(
    _mask(text)
    for text in (
        rf"\b{_STREET} (?:(?!(?:e|as|no|dia|amanha|hoje)\b)[a-z.]+ ){{0,3}}?{_DAY} de [a-z]+(?:~,?~\d+)?",
        r"https?://\S+|www[.]\S+|\S+@\S+[.]\S+",
        rf"\b{_STREET} (?:d[aeo]s? )?(?:domingos?|natal|ano novo|sexta|quinta|primavera|verao|{_MONTH}|\d{{1,2}}|"
        r"sao joao|tiradentes|"
        r"independencia|republica|(?:d[oa]s? )?namorados|finados|proclamacao da republica)\b",
        # greetings, wishes and farewells
        rf"\b(?:um |uma |tenha um )?{_GOOD} {_WISHED}\b(?: (?:a|pra|para) (?:todos|vc|voce|voces|vcs|tod[ao]s|nos))?",
        r"\bb(?:o|oas?|ons|ia|oua|ua|as)\s(?:dias?|tardes?|noites?)\b|^\W*(?:noite|tarde|dia)~!|"
        r"\bbo[am]s? (?:restante|resto|restinho|final|finde|fim)(?: d[eo] (?:dia|tarde|noite|semana))?\b",
        r"\btenham? um[a]? (?:\w+ )?(?:dia|tarde|noite|semana|fim de semana|final de semana|feriado)\b(?: abencoad[oa])?",
        r"\b(?:so isso )?por (?:hoje|hj|enquanto)\b",
        r"\b(?:bomdia|boatarde|boanoite)\b|\bb~dia\b|\bate (?:mais|logo|breve|ja|jaja|a proxima)(?: (?:tarde|ver|"
        r"entao))?\b|\bfelizes? festas\b",
        # turns of speech
        r"\b(?:dia a dia|hoje em dia|(?:um|algum) dia (?:desses|qualquer)|todo santo dia|nos dias de hoje|"
        r"daqui (?:a )?pouco|"
        r"daqui (?:a )?pouquinho|agora ha pouco|ha pouco(?: tempo)?|segundo (?:o|a|ele|ela|eles|me|informa)\w*|"
        r"uma hora dess[ae]s?|"
        r"de uma hora pra outra|a qualquer hora|em cima da hora|na mesma hora|fora de hora|de vez em quando|a essa hora|"
        r"(?:de )?ultima hora|prato do dia|cafe d[ae] (?:manha|tarde)|promocao do dia|todo dia (?:e|eh)|"
        r"cada dia (?:mais|pior|melhor)|o dia em que|"
        r"no dia (?:em )?que|outro dia|es[st]es dias|dia desses)\b",
        r"\b(?:ao meio|no meio (?:da|do)|meio (?:termo|ambiente|a meio)|meia (?:boca|entrada|duzia|idade))\b"
        r"(?!~-?~(?:dia|manha|tarde|noite|mes|ano|semana|madrugada|semestre))",
        r"\b(?:marca\w*|agend\w+|ve|ver|reserv\w+|arrum\w+|consegu\w+|quero|queria) (?:(?:pra|para) mim )?(?:uma )"
        r"(?:hora|horinha)\b(?! (?:e|antes|depois|da|de|mais)\b)",
        # names of people and places
        r"\b(?:dona|dom|seu|sra?[.]?|dr[.]?a?|sao|santo) (?:domingos|janeiro|abril|natal|julho|primavera)\b|"
        r"\b(?:me chamo|se chama|chamad[oa]|apelidad[oa] de|batizad[oa] de) \w+",
        r"\bnome(?: (?:dele|dela|d[oae]s? \w+))? (?:e|eh|sera) \w+",
        r"\bquinta da boa vista\b|\b(?:cidade de|em|de) natal~[,/-]?~rn\b|\brio de janeiro\b",
    )
)
_HAS_NUMBER: Final = re.compile(
    r"\d|\b(?:um|uma|d(?:ois|uas|ez|oze|eze)|tr(?:es|eze|inta)|quat(?:ro|orze)|quarenta|quinze|cin(?:co|quenta)|"
    r"sessenta|seis|sete|oit[oe]|nove|onze|catorze|vinte)"
)
_FEMININE: Final = words(
    "vez parcela prestacao pessoa unidade cota dose sessao aula filha gata cachorra caixa peca foto porta "
    "estrela mensagem moto mesa cadeira"
)
_APPOINTED: Final = words("consulta reuniao revisao avaliacao visita cirurgia vacina prova entrada ligacao aula sessao")


_PETS: Final = re.compile(
    r"\b(?:raca|especie|femea|macho|srd|castrad|vira-?\s?lata|border|collie|beagle|husky|maine|coon|shih|lhasa|"
    r"maltes|poodle|york|pinscher|pug|"
    r"bulldog|rottweiler|pastor|golden|labrador|dachshund|salsicha|chihuahua|spitz|akita|boxer|cocker|schnauzer|"
    r"persa|siames|angora|sphynx|"
    r"ragdoll|hamster|porquinho|coelh|calopsita|papagaio|jabuti|tartaruga|filhot|gat[oa]|cachorr|cadel|pet\b|"
    r"dog\b|felin|canin|bichan|idade)"
)
_AGE: Final = _mask(
    r"(?:\b(?<!carencia[ ])(?<!garantia[ ])(?<!plano[ ])(?<!contrato[ ])(?<!pacote[ ])(?<!prazo[ ])de|\btem|\bcom|,|:|"
    rf"\bidade) {_NUMBER} "
    rf"(?:anos?|aninhos?|meses|mes)\b(?: e (?:meio|{_NUMBER} mes(?:es)?))?(?! (?:que|atras|sem|depois|antes))"
)


def masked(text: str) -> str:
    """Return `text` with what is no time made unreadable, every character still in its place."""
    text = text.replace("-de-semana", " de semana")  # as it was spelt before 2009
    for pattern in (*_OF_NUMBERS, *_OF_WORDS) if _HAS_NUMBER.search(text) else _OF_WORDS:
        text = pattern.sub(_hidden, text)
    return _AGE.sub(_hidden, text) if _PETS.search(text) else text


def _hidden(found: re.Match[str]) -> str:
    return "#" * len(found.group())


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


_ENDINGS: Final = (
    "cao",
    "sao",
    "gem",
    "dade",
    "ura",
    "eza",
    "ncia",
    "eira",
    "ista",
    "aria",
    "oria",
    "ada",
    "ela",
    "inha",
    "ima",
    "oa",
)


def _another_of_them(found: Found, _: Scene) -> Nothing | None:
    """ "minha segunda gestação", "pela sexta semana": an ordinal, by the noun that follows or by what leads."""
    lead, noun = found.word("lead"), found.word("noun")
    owned = lead in {"uma", "minha", "sua", "nossa", "tua", "pela", "cada"}
    return Nothing() if owned or (lead in {"a", "essa", "da"} and noun.endswith(_ENDINGS)) else None


def _place(found: Found, _: Scene) -> Nothing | None:
    """ "em primeiro lugar"."""
    return Nothing() if found.whole[-1].word == "lugar" else None


RULES: Final = layer(
    "CUR MIL PCT CNT ORDN PERIOD ORD X",
    rule("CUR NUMBER MIL? (?:E MEIO)?", _nothing),
    rule("(?:NUMBER|DOTS|CLKH) (?:E HALF)? (?:DE)? (?:MIL|PCT|CUR) (?:(?:E NUMBER|E MEIO)? CNT?)?", _nothing),
    rule("(?:NUMBER|DOTS) (?:E HALF)? CNT (?!NTH)", _nothing),
    rule("(?:WO|OA|ORD) (?P<noun>ORDN|CNT|PERIOD)", _ordinal),
    rule("EM ORD X", _place),
    rule("(?P<lead>A|PELA|UM|X|ESSE|DE|EM) (?P<w>WO|OA|ORD) (?P<noun>X)", _another_of_them),
)
