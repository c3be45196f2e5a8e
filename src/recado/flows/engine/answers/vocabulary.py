"""Which words mean yes, no, a place in a list, a number, or nothing by themselves?

All folded: no accents, no capitals.
"""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(text.split())


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(*phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases)


YES = _set(
    "sim s ss sss sin simm siim claro isso isto pode ok okay okey blz beleza uhum aham arram yes confirmo confirmado certo"
    " correto exato exatamente positivo quero queremos bora vamos fechado fechou aceito concordo topo tope perfeito otimo"
    " combinado demoro demorou obvio logico certeza certamente show top joia autorizo opa"
)
YES_PHRASES = frozenset(
    {
        "com certeza", "pode ser", "isso mesmo", "ta certo", "esta certo", "por favor", "ta bom", "tudo certo", "e isso",
        "e isso ai", "isso ai", "sem duvida", "ta otimo", "esta otimo", "pode confirmar", "por mim tudo bem", "tudo bem",
        "ta ok", "esta bom", "ta beleza", "e claro", "mas e claro", "vamos la", "vamo", "vamo la", "manda ver", "manda bala",
        "eu quero", "eu aceito", "faz isso", "pode mandar", "pode fazer", "pode seguir", "ta confirmado", "esta confirmado",
        "esta correto", "ta correto", "ta tudo certo", "esta tudo certo",
    }
)  # fmt: skip
YES_ENDS = frozenset({"acho que sim", "claro que sim", "creio que sim", "quero sim", "pode sim", "sim", "com certeza"})
YES_SIGNS = ("👍", "✅", "👌", "🙏", "🆗", "✔")
NO = _set("nao n nn naum nop nops nope negativo nunca no errado incorreto nada jamais dispenso recuso")
NO_PHRASES = frozenset(
    {
        "de jeito nenhum", "agora nao", "hoje nao", "nao quero", "nao obrigado", "nao obrigada", "nem pensar", "nem a pau",
        "de forma alguma", "de modo algum", "deixa pra la", "deixa para la", "deixa quieto", "deixa", "melhor nao",
        "prefiro nao", "acho que nao", "claro que nao", "por enquanto nao", "ainda nao", "quero nao", "precisa nao",
        "nem morto", "nem morta", "sem chance", "negativo", "esta errado", "ta errado", "eu passo", "passo", "cancela",
        "e nao", "eu nao",
    }
)  # fmt: skip
NO_ENDS = frozenset(
    {
        "que nao",
        "agora nao",
        "hoje nao",
        "melhor nao",
        "prefiro nao",
        "quero nao",
        "precisa nao",
        "enquanto nao",
        "ainda nao",
    }
)
NO_STARTS = frozenset({"agora nao", "hoje nao", "ainda nao", "por enquanto nao", "acho que nao", "claro que nao"})
NO_SIGNS = ("👎", "❌", "🚫", "✖", "⛔")
DOUBTS = frozenset(
    {
        "nao sei", "sei nao", "sei la", "nao tenho certeza", "nao entendi", "nao lembro", "nao me lembro", "nao consigo",
        "nao faco ideia", "talvez", "depende", "como assim", "sim ou nao", "mais ou menos", "tanto faz", "qualquer um",
        "qualquer uma", "em duvida", "por que nao", "nao e que", "pode ser que",
    }
)  # fmt: skip
YES_TITLES = _set(
    "claro quero aceito concordo confirmar confirmo confirma autorizo autorizar aceitar concordar pode ok isso certo correto"
    " bora vamos positivo"
)
NO_TITLES = _set(
    "cancelar cancela recusar recuso desistir dispensar dispenso rejeitar discordo discordar negativo agora depois"
)
NEGATIONS = frozenset({"nao", "naum", "nem", "sem", "nunca", "jamais", "menos", "exceto", "fora", "tirando"})
BUTS = frozenset({"mas", "porem", "antes", "so", "depende", "contudo"})
REFUSING = _set(
    "posso quero da consigo serve gosto gostei preciso precisa tenho rola quis mesmo nao obrigado obrigada vou ir interessa"
)
"""Words behind a no that refuse what was said before: "de manhã não posso"."""
TURNS = frozenset({"mas", "porem", "so", "somente", "apenas", "sim", "mudei", "entao", "pode"})
"""Words at which a no ends: "não banho, mas tosa", "não precisa de tosa só banho"."""
WISHES = frozenset({"quero", "queria", "prefiro", "gostaria", "escolho", "vou", "seria", "fico", "preferia"})
"""Words at which a no ends too, unless they stand right behind it."""
CORRECTIONS = _phrases(
    "quer dizer", "ou melhor", "na verdade", "alias", "digo", "corrigindo", "melhor dizendo", "mentira", "ops", "errei",
    "me enganei", "me confundi", "mudei de ideia", "pensando bem", "retificando", "desculpa", "perdao",
)  # fmt: skip
EMPTY_PHRASES = _phrases(
    "bom dia", "boa tarde", "boa noite",
    "mais ou menos", "pelo menos", "sem problema", "sem problemas", "nao tem problema", "se nao for incomodo",
    "se nao se importar", "sem querer incomodar", "fora isso", "sem falta", "sem pressa",
)  # fmt: skip
"""Greetings, and phrases with a no in them that deny nothing."""

_PLACES = (
    "1 um uma primeiro primeira primeirao",
    "2 dois duas segundo segunda",
    "3 tres terceiro terceira",
    "4 quatro quarto quarta",
    "5 cinco quinto quinta",
    "6 seis sexto sexta",
    "7 sete setimo setima",
    "8 oito oitavo oitava",
    "9 nove nono nona",
    "10 dez decimo decima",
)
PLACES = {word: at for at, forms in enumerate(_PLACES, 1) for word in forms.split()}
ORDINALS = frozenset(word for forms in _PLACES for word in forms.split()[2:]) - {"uma", "duas"}
COUNTED = _set("dois duas tres quatro cinco seis")
WEEKDAYS = _set("segunda terca terceira quarta quinta sexta sabado domingo")
MARKS = _set("opcao opc op numero num nro n item letra alternativa botao resposta linha posicao")
"""Words before a place that leave no doubt: "opção 2"."""
OF_A_LIST = _set(
    "opcao alternativa item botao resposta linha delas deles dessas desses destas destes da lista listada listado ali"
    " horario data pacote dai dali mencionada mencionado citada citado escolha"
)
"""Words behind a place that leave no doubt: "a segunda opção", "a primeira delas"."""

_NOISE = (
    "e eh eeh ee ah ahn ahm aa hum hm hmm humm huum hein ne ta to tou ai aih oh o a os as um uma uns umas de da do das dos em"
    " no na nos nas ao aos pela pelo para pra pro pras pros por com eu me mim meu minha meus minhas voce vc vcs voces se so"
    " que q pq entao bom bem olha veja ve deixa ver acho creio penso mesmo ja agora aqui la isso esse essa este esta aquele"
    " aquela quero queria gostaria quis querer preciso precisava favor pf pfv pfvr pls plis gentileza obrigado obrigada obg"
    " vlw valeu oi ola opa alo bom boa dia tarde noite opcao opcoes vou vai vamos ir prefiro preferia escolho escolhi escolher"
    " seria ser sera e sao foi fazer faz faca ver saber sobre tipo assim tambem tb tbm pode poderia posso podemos da dar"
    " moca moco amigo amiga querida querido senhor senhora sr sra gente pessoal tudo ok certo beleza blz sim claro enfim"
    " melhor acredito talvez mas porem feira horas hora hs h"
)
FILLERS = _set(_NOISE) - {"tudo"}
"""Words that tell no choice from another."""
AROUND_PLACE = FILLERS | _set(
    "numero num n nro item letra alternativa botao resposta linha lista colocar coloca bota botar marcar marca manda mandar"
    " selecionar seleciono selecione quer ficar fico fica ficaria ficamos com gostei adorei amei optar opto optei"
    " delas deles dessas desses destas destes ali dai dali entre tenho certeza sei nao saiu seguir segue tudo bem ate mim"
    " escolha mencionada citada essas esses primeiro favoravel interessa interessou interessado interessada"
)
"""Words that may stand beside a place: "quero a segunda opção, por favor"."""
GENERIC = _set(
    "outro outra outros outras sair voltar menu mais sim nao ok nenhum nenhuma sei nada tudo ver ajuda duvida duvidas"
)
"""Words that, alone in a title, are said in passing all the time."""

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
PERSON_FILLERS = _set(
    "um uma o a por favor quero queria gostaria preciso pf pfv real de verdade com eu do no moco moca agora so"
)

UNITS = listed(
    "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete"
    " dezoito dezenove"
)
TENS = listed("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
HUNDREDS = listed("cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")
MONTHS = listed("janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro")
