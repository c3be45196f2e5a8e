"""Which words mean yes, no, a place in a list, a number, or nothing by themselves?

All folded: no accents, no capitals.
"""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(text.split())


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


YES = _set(
    "sim s ss sss sin simm claro isso pode ok okay blz beleza uhum aham yes confirmo confirmado certo correto exato"
    " exatamente positivo quero bora vamos fechado"
)
YES_PHRASES = frozenset(
    {"com certeza", "pode ser", "isso mesmo", "ta certo", "esta certo", "por favor", "ta bom", "tudo certo"}
)
YES_SIGNS = ("👍", "✅", "👌")
NO = _set("nao n nn naum nop nops nope negativo nunca no errado incorreto nada")
NO_PHRASES = frozenset({"de jeito nenhum", "agora nao", "hoje nao", "nao quero", "nao obrigado", "nao obrigada"})
NO_SIGNS = ("👎", "❌", "🚫")
NEGATIONS = frozenset({"nao", "nem", "sem", "nunca"})

_PLACES = (
    "1 um uma primeiro primeira 1a 1o",
    "2 dois duas segundo segunda 2a 2o",
    "3 tres terceiro terceira 3a 3o",
    "4 quatro quarto quarta 4a 4o",
    "5 cinco quinto quinta 5a 5o",
    "6 seis sexto sexta 6a 6o",
    "7 sete setimo setima 7a 7o",
    "8 oito oitavo oitava 8a 8o",
    "9 nove nono nona 9a 9o",
    "10 dez decimo decima 10a 10o",
)
PLACES = {word: at for at, forms in enumerate(_PLACES, 1) for word in forms.split()}
AROUND_PLACE = _set(
    "a o as os opcao opcoes numero num n item letra alternativa quero escolho prefiro vou de por favor pf pfv e"
)
"""Words that may stand beside a place: "quero a segunda opção, por favor"."""

FILLERS = _set(
    "a o as os um uma uns umas de da do das dos e em no na nos nas para pra pro por com eu me meu minha quero queria"
    " gostaria preciso favor pf pfv oi ola bom boa dia tarde noite opcao vou prefiro escolho seria fazer ver saber"
    " sobre eh"
)
"""Words that tell no choice from another."""

NOT_NAMES = _set(
    "oi ola opa bom boa dia tarde noite sim nao ok obrigado obrigada quero menu voltar sair ajuda tudo bem quanto qual"
    " como quando onde porque atendente"
)
"""Words that begin an answer which is no name."""

PERSON_ALONE = _set("atendente humano humana atendimento gerente")
PERSON = _set(
    "atendente humano humana pessoa alguem vendedor vendedora recepcao recepcionista gerente equipe funcionario"
)
PERSON_VERBS = _set("falar conversar chamar chama passa transfere transferir atendido atender")
PERSON_FILLERS = _set("um uma o a por favor quero pf real de verdade")

UNITS = listed(
    "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete"
    " dezoito dezenove"
)
TENS = listed("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
HUNDREDS = listed("cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")
MONTHS = listed("janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro")
