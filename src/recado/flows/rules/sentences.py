"""How is a problem of a flow told to its author, in Portuguese?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from recado.flows.engine.problems import Code, Datum, Problem

_EXPECTED = {
    "object": "um objeto", "text": "um texto", "list": "uma lista", "number": "um número", "boolean": "sim ou não",
    "value": "um texto, um número ou sim/não",
}  # fmt: skip
_REASONS = {
    "timeout": "demorou demais", "connection": "não foi possível conectar", "refused_address": "o endereço não é permitido",
    "too_large": "a resposta é grande demais", "too_slow": "a resposta veio devagar demais",
    "bad_response": "a resposta não pôde ser lida", "bad_address": "o endereço não é válido",
    "secret_elsewhere": "o segredo não vale para esse endereço", "too_long": "o endereço ficou longo demais",
    "not_text": "a pessoa não mandou texto", "not_media": "a pessoa não mandou a mídia pedida", "empty": "a resposta veio vazia",
    "unreadable": "a resposta não foi entendida", "old_choice": "a pessoa tocou em uma opção antiga",
    "too_small": "o valor era pequeno demais", "too_short": "a resposta era curta demais",
    "tags": "{% %} não tem lugar em um endereço", "scheme": "comece com https://", "blank": "está vazio",
    "in_the_past": "a data já tinha passado", "in_the_future": "a data ainda não tinha chegado",
}  # fmt: skip
_DETAILS = {
    "private": "fica em uma rede interna", "provider": "é de um provedor desta plataforma", "scheme": "só https é chamado",
    "port": "a porta não é permitida", "dns": "esse nome não existe na internet", "connect": "ninguém atende nesse endereço",
    "tls": "não houve acordo de segurança (TLS)", "certificate": "o certificado não é desse endereço ou não vale",
    "user": "tire o que vem antes da @", "host": "o nome do servidor está escrito errado",
    "characters": "há espaços, \\ ou caracteres que não se veem", "shape": "falta https:// ou o nome do servidor",
    "escape": "há um % que não codifica nada", "header": "um cabeçalho não pode ser enviado", "body": "mais de 256 KB",
    "headers": "cabeçalhos demais", "request": "o pedido passa de 256 KB", "cut_off": "a resposta chegou cortada",
    "encoding": "veio compactada de um jeito desconhecido", "http": "não era uma resposta HTTP",
    "json_depth": "JSON com níveis demais", "json_nodes": "JSON com valores demais", "lost": "a conexão caiu",
}  # fmt: skip

_SENTENCES: Mapping[Code, str] = {
    Code.NOT_AN_OBJECT: "Isto não é um fluxo: falta o objeto JSON.",
    Code.WRONG_TYPE: "Aqui deveria haver {expected}.",
    Code.MISSING_KEY: "Falta preencher este campo{key}.",
    Code.UNKNOWN_KEY: "O campo “{key}” não existe aqui.",
    Code.UNKNOWN_FORMAT: "Este fluxo está em um formato que esta versão não conhece ({format}).",
    Code.UNKNOWN_NODE_TYPE: "Não existe bloco do tipo “{type}”.",
    Code.UNKNOWN_OPTION: "“{value}” não é uma das opções possíveis aqui.",
    Code.TOO_LONG: "O texto tem {length} caracteres; o máximo é {limit}.",
    Code.TOO_MANY: "São {count} itens; o máximo é {limit}.",
    Code.TOO_FEW: "Falta pelo menos {limit} item aqui.",
    Code.TOO_DEEP: "Há condições demais umas dentro das outras; o máximo é {limit} níveis.",
    Code.OUT_OF_RANGE: "O número precisa estar entre {minimum} e {maximum}.",
    Code.BAD_AMOUNT: "“{value}” não pôde ser lido como valor em dinheiro; o negócio ficou sem valor.",
    Code.BAD_NAME: "“{name}” não pode ser um nome: use letras, números e _, sem espaços.",
    Code.BAD_CHARACTERS: "O texto tem caracteres que não podem ser guardados.",
    Code.BAD_TEMPLATE: "O texto com {{ }} não pode ser lido: {fault}.",
    Code.BAD_PATTERN: "A expressão regular não pode ser usada: {fault}.",
    Code.BAD_CONDITION: "A condição está incompleta.",
    Code.BAD_LINK: "O endereço precisa começar com https:// e não ter espaços.",
    Code.BAD_ADDRESS: "O endereço da chamada não é válido ({reason}).",
    Code.BAD_JSON: "O corpo não é um JSON válido: {fault}.",
    Code.BAD_PATH: "“{value}” não é um caminho da resposta; um exemplo: body.itens[0].nome.",
    Code.BAD_HEADER: "O cabeçalho “{name}” não pode ser enviado.",
    Code.DUPLICATE_ID: "O identificador “{id}” está repetido ou é reservado.",
    Code.RESERVED_NAME: "“{name}” é um nome reservado; escolha outro.",
    Code.NO_ENTRY: "O fluxo começa em um bloco que não existe (“{entry}”).",
    Code.UNREACHABLE_NODE: "Nenhum caminho chega a este bloco.",
    Code.MISSING_EXIT: "A saída “{exit}” não leva a lugar nenhum.",
    Code.UNKNOWN_EXIT: "Este bloco não tem a saída “{exit}”; essa ligação nunca será usada.",
    Code.DANGLING_EDGE: "A saída “{exit}” leva a um bloco que não existe (“{target}”).",
    Code.UNKNOWN_VARIABLE: "Nada neste fluxo define a variável “{variable}”.{nearest}",
    Code.CHANNEL_LIMIT: "São {length}, e o canal permite {limit}: as pessoas verão texto numerado ou mensagens divididas.",
    Code.SAME_TITLE: "Duas opções se chamam “{title}”: quem escrever isso não será entendido.",
    Code.LOOP_WITHOUT_WAIT: "Este bloco faz parte de um círculo em que ninguém responde nem espera.",
    Code.NOTHING_SAID: "Esta mensagem não diz nada: falta texto, mídia ou modelo.",
    Code.UNKNOWN_FLOW: "O fluxo “{flow}” não existe ou não foi publicado.",
    Code.ENDLESS_CALLS: "O fluxo “{flow}” volta a chamar este: um chamaria o outro até o limite.",
    Code.UNKNOWN_TEMPLATE: "O modelo “{name}” ({language}) não está entre os aprovados.",
    Code.TEMPLATE_PARAMETERS: "O modelo pede {wanted} aqui, e foram dados {given}.",
    Code.UNKNOWN_PARAMETER: "O fluxo “{flow}” não usa a variável “{variable}”.",
    Code.NO_WEIGHT: "Todos os caminhos têm peso zero: ninguém seguiria por nenhum.",
    Code.NO_MOMENT: "Não dá para saber até quando esperar: confira a quantidade, a data e o horário.",
    Code.WAIT_TOO_LONG: "A espera passa de {limit} dias, que é o máximo.",
    Code.WINDOW_CLOSED: "Aqui a pessoa pode estar há {hours} horas sem escrever, e depois de 24 horas o WhatsApp só entrega"
    " modelos aprovados: use uma mensagem com modelo.",
    Code.UNDEFINED_VARIABLE: "A variável “{variable}” ainda não tinha valor.",
    Code.EXPRESSION_FAILED: "O texto “{template}” não pôde ser preenchido: {fault}.",
    Code.EXPRESSION_TOO_COSTLY: "O texto “{template}” dá trabalho demais para preencher e ficou em branco.",
    Code.NOT_COMPARABLE: "Não dá para comparar “{left}” com “{right}”.",
    Code.TEXT_TOO_LONG: "O texto preenchido tem {length} caracteres e foi cortado em {limit}.",
    Code.VALUE_TOO_LARGE: "O valor é grande demais para guardar.{variable}",
    Code.TOO_MANY_VARIABLES: "A conversa já tem {limit} variáveis; “{variable}” não coube.",
    Code.TOO_MANY_STEPS: "O fluxo passou por {limit} blocos sem esperar resposta e foi parado.",
    Code.TOO_MANY_MESSAGES: "O fluxo quis dizer mais de {limit} mensagens de uma vez e foi parado.",
    Code.CALLS_TOO_DEEP: "Há mais de {limit} fluxos um dentro do outro.",
    Code.TOO_LONG_ALONE: "O fluxo seguiu {limit} vezes seguidas sem nenhuma palavra da pessoa e foi parado.",
    Code.SAME_TEXT_TOO_OFTEN: "O mesmo texto foi dito {limit} vezes: parece uma conversa entre dois robôs.",
    Code.NODE_MISSING: "O fluxo chegou a um bloco que não existe.",
    Code.NODE_FAILED: "O bloco falhou por um erro nosso ({fault}).",
    Code.FLOW_MISSING: "O fluxo “{flow}” não está publicado ou foi apagado.",
    Code.UNKNOWN_TIME_ZONE: "O fuso horário “{name}” não existe; foi usado o de São Paulo.",
    Code.STALE_INPUT: "Chegou uma resposta ou um alarme que ninguém esperava mais.",
    Code.QUESTION_GIVEN_UP: "A pergunta foi abandonada depois da última tentativa: {reason}.",
    Code.UNKNOWN_SECRET: "O segredo “{name}” não existe nesta organização.",
    Code.SECRET_ELSEWHERE: "O segredo “{name}” só pode ser enviado para {origins}; o endereço deste bloco é outro.",
    Code.CALL_FAILED: "A chamada falhou: {reason}{detail}.",
    Code.ANSWER_PATH_MISSING: "A resposta não tem “{value}”.",
}


def sentence(problem: Problem) -> str:
    """The problem as a sentence. What its data do not tell is `…`, or left out where it is only a help."""
    worded = {name: _WORDED.get((problem.code, name), _plain)(datum) for name, datum in problem.data.items()}
    helpful = {name for code, name in _HELPFUL if code is problem.code}
    return _PLACE.sub(lambda place: worded.get(place[1], "" if place[1] in helpful else "…"), _SENTENCES[problem.code])


_PLACE = re.compile(r"\{(\w+)\}")


def _plain(datum: Datum) -> str:
    if isinstance(datum, bool):
        return "sim" if datum else "não"
    if isinstance(datum, float) and not datum.is_integer():
        return f"{datum:g}".replace(".", ",")
    if isinstance(datum, int | float):
        return f"{int(datum):,}".replace(",", ".")
    return "" if datum is None else datum


def _reason(datum: Datum) -> str:
    code = str(datum or "")
    if code.startswith("http_"):
        return f"o servidor respondeu {code.removeprefix('http_')}"
    return _REASONS.get(code, code.replace("_", " "))


def _detail(datum: Datum) -> str:
    """What else is known; a word that we do not know is the name of a secret, or nothing an author wants to read."""
    code = str(datum or "")
    return f" ({_DETAILS.get(code, code)})" if code else ""


def _if_any(before: str, after: str) -> Callable[[Datum], str]:
    return lambda datum: f"{before}{datum}{after}" if datum else ""


_WORDED: Mapping[tuple[Code, str], Callable[[Datum], str]] = {
    (Code.WRONG_TYPE, "expected"): lambda datum: _EXPECTED.get(str(datum), str(datum)),
    (Code.MISSING_KEY, "key"): _if_any(": “", "”"),
    (Code.UNKNOWN_VARIABLE, "nearest"): _if_any(" Seria “", "”?"),
    (Code.VALUE_TOO_LARGE, "variable"): _if_any(" A variável “", "” foi cortada ou esvaziada."),
    (Code.QUESTION_GIVEN_UP, "reason"): _reason,
    (Code.CALL_FAILED, "reason"): _reason,
    (Code.CALL_FAILED, "detail"): _detail,
    (Code.BAD_ADDRESS, "reason"): _reason,
}

_HELPFUL = frozenset(
    {
        (Code.MISSING_KEY, "key"),
        (Code.UNKNOWN_VARIABLE, "nearest"),
        (Code.VALUE_TOO_LARGE, "variable"),
        (Code.CALL_FAILED, "detail"),
    }
)
