"""What does the person who imports a bot have to know about each part of it, and in which words?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]

INFO: Severity = "info"
"""Carried; the person may want to know how."""
WARNING: Severity = "warning"
"""Something of the original is lost or changed; the conversation still makes sense."""
ERROR: Severity = "error"
"""Until somebody mends it, the conversation does not do what the original did."""

_LONGEST_PART = 160
_LONGEST_LIST = 2_000
_ORDER: Mapping[Severity, int] = {ERROR: 0, WARNING: 1, INFO: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know. `code` for machines, `place` and `sentence` in Portuguese for people."""

    code: str
    severity: Severity
    place: str
    sentence: str


class Report:
    """The findings of one conversion, each said once per place, the worst first."""

    def __init__(self) -> None:
        self._found: dict[Finding, None] = {}

    def add(self, code: str, place: str, /, **parts: object) -> None:
        """Note a finding of the catalogue; `parts` fill the gaps of its sentence."""
        severity, sentence = CATALOGUE[code]
        said = sentence.format(
            **{name: _short(part, _LONGEST_LIST if name == "names" else _LONGEST_PART) for name, part in parts.items()}
        )
        self._found.setdefault(Finding(code, severity, place, said))

    def __iter__(self) -> Iterator[Finding]:
        return iter(sorted(self._found, key=lambda finding: _ORDER[finding.severity]))


def _short(part: object, longest: int) -> str:
    text = " ".join(str(part).split())
    # An optional part of a sentence begins with its own blank.
    text = f" {text}" if text and str(part)[:1] == " " else text
    return text if len(text) <= longest else text[: longest - 1] + "…"


CATALOGUE: Mapping[str, tuple[Severity, str]] = {
    # The file as a whole
    "unknown_version": (
        WARNING,
        "O arquivo diz ser da versão “{version}”, que não conhecemos; foi lido como a mais nova que conhecemos.",
    ),
    "no_start": (WARNING, "O arquivo não diz onde o fluxo começa; começamos pelo grupo “{group}”."),
    "empty_bot": (WARNING, "O arquivo não tem nenhum grupo: o fluxo importado só tem início e fim."),
    "start_unconnected": (ERROR, "O início não está ligado a nenhum grupo. Ligue-o ao primeiro bloco."),
    "event_alone": (INFO, "O evento “{event}” não levava a lugar nenhum e ficou de fora."),
    "appearance_left": (
        INFO,
        "Tema e configurações gerais do bot original não se aplicam ao WhatsApp e ficaram de fora.",
    ),
    "event_left": (
        WARNING,
        "O evento “{event}” não tem equivalente aqui. O caminho que ele iniciava foi importado, mas nada leva até ele.",
    ),
    "malformed": (WARNING, "{count} parte(s) do arquivo não puderam ser lidas ({what}) e ficaram de fora."),
    "texts_joined": (
        INFO,
        "São mensagens demais de uma vez para uma conversa no WhatsApp; textos vizinhos foram juntados em um só.",
    ),
    "too_many_nodes": (
        ERROR,
        "O bot é grande demais: daria {count} blocos, e um fluxo pode ter {limit}. Os que sobraram são: {names}. "
        "Divida o original em bots menores e importe cada um.",
    ),
    "unused_variables": (INFO, "Estas variáveis não são usadas em nenhum bloco e ficaram de fora: {names}."),
    "too_many_variables": (
        ERROR,
        "O bot usa {count} variáveis e um fluxo pode declarar {limit}. Estas ficaram sem declaração: {names}.",
    ),
    # Links
    "dangling_edge": (
        WARNING,
        "Uma ligação deste bloco aponta para um lugar que não existe mais: o caminho acaba aqui.",
    ),
    "edge_without_effect": (INFO, "A ligação saía do meio do grupo, onde não tem efeito no original; ficou de fora."),
    "empty_group": (INFO, "O grupo está vazio: quem chega a ele encerra o fluxo, como no original."),
    "unreached_group": (INFO, "Nenhum caminho leva a este grupo no original. Ele foi importado mesmo assim, solto."),
    # Variables
    "variables_renamed": (INFO, "As variáveis ganharam nomes sem espaços nem acentos: {names}."),
    "variable_merged": (INFO, "Havia mais de uma variável chamada “{name}”; aqui elas são uma só."),
    "unknown_variable": (
        WARNING,
        "O texto usa {{{{{name}}}}}, mas nenhuma variável tem exatamente esse nome: sai vazio, como no original.{hint}",
    ),
    "unknown_variable_id": (
        WARNING,
        "O bloco se refere a uma variável que não está no arquivo; essa parte ficou de fora.",
    ),
    "inline_code": (
        WARNING,
        "O trecho {source} é código JavaScript dentro do texto e não pode ser importado: sai vazio. Use “Definir variável”.",
    ),
    "initial_cut": (WARNING, "O valor inicial de “{name}” é longo demais e foi cortado."),
    # Bubbles
    "empty_bubble": (INFO, "A mensagem ({kind}) estava vazia e foi pulada, como no original."),
    "text_too_long": (WARNING, "Um texto passa dos {limit} caracteres que cabem em um bloco e foi cortado."),
    "text_cut": (INFO, "O texto era longo demais para uma mensagem e foi dividido em {count}."),
    "formatting_lost": (INFO, "O sublinhado não existe no WhatsApp e saiu do texto."),
    "media_as_link": (INFO, "{kind} que o WhatsApp não recebe como arquivo: vai como link ({why})."),
    "media_left": (
        WARNING,
        "{kind} sem um endereço público (https): ficou de fora. Publique o arquivo e coloque o endereço.",
    ),
    "image_link": (INFO, "A imagem abria um link ao ser tocada; o link vai no texto logo abaixo dela."),
    "embed_as_link": (WARNING, "Página incorporada não abre dentro do WhatsApp: vai como link."),
    "embed_event": (WARNING, "O original esperava um evento da página (“{event}”); aqui a conversa segue sem esperar."),
    # Questions
    "default_prompt": (
        INFO,
        "Não havia texto logo antes desta pergunta; ela ficou com “{text}”. Troque pelas suas palavras.",
    ),
    "prompt_moved": (
        INFO,
        "O texto da pergunta vinha antes de outro bloco e passou a sair junto da pergunta, depois dele.",
    ),
    "form_texts": (
        INFO,
        "Botão “Enviar” e exemplos dentro dos campos são de formulários da web; no WhatsApp a pessoa só escreve.",
    ),
    "attempts": (
        INFO,
        "O original insistia sem limite até uma resposta válida. Aqui, depois de {count} tentativas, uma pessoa é chamada.",
    ),
    "dynamic_bound": (
        WARNING,
        "O limite ({which}) vinha de uma variável ({value}) e não pode ser conferido: qualquer número é aceito desse lado.",
    ),
    "dynamic_scale": (WARNING, "A {which} da escala vinha de uma variável ({value}); ficou o valor usual. Confira."),
    "step_left": (
        INFO,
        "O intervalo de {step} em {step} não é conferido; qualquer número dentro dos limites é aceito.",
    ),
    "number_style": (INFO, "O formato “{style}” do número não é aplicado à resposta guardada."),
    "phone_country": (
        WARNING,
        "O país padrão do telefone era {country}; aqui, um número sem país é lido como do Brasil.",
    ),
    "date_bound": (WARNING, "Os limites da data ({bounds}) não são conferidos."),
    "date_format": (INFO, "O formato de data “{format}” não tem equivalente; a data é guardada como dia/mês/ano."),
    "date_with_time": (WARNING, "Data com hora: a resposta é aceita como texto livre e guardada como foi escrita."),
    "date_range": (WARNING, "Período de datas: a resposta é aceita como texto livre e guardada como foi escrita."),
    "time_format": (INFO, "O formato de hora “{format}” não tem equivalente; a hora é guardada como 14:30."),
    "rating_as_number": (INFO, "A nota é respondida com um número de {low} a {high}."),
    "answer_extras": (WARNING, "{what} da resposta de texto não vêm; só o texto é guardado."),
    "file_as_media": (INFO, "O arquivo é pedido na conversa e guardado com o identificador e o tipo."),
    "file_rules": (WARNING, "Não vêm: {what}."),
    "file_optional": (INFO, "O arquivo era opcional: quem responder com texto segue sem enviar."),
    "payment": (
        ERROR,
        "Pagamento ({provider}, {amount}) não pode ser importado, e as credenciais não estão no arquivo. A conversa passa "
        "direto por aqui: coloque um link de pagamento ou uma chamada de API antes de publicar.",
    ),
    # Choices
    "several_choices": (
        INFO,
        "Escolha múltipla: a pessoa manda os números ou os nomes; guardamos os escolhidos na ordem da lista.",
    ),
    "several_edges": (
        WARNING,
        "Na escolha múltipla, as saídas de cada opção não têm efeito, como no original; vale a do bloco.",
    ),
    "dynamic_choices": (
        WARNING,
        "As opções vêm da lista em “{name}”, lida na hora; são mostradas no máximo {limit}.",
    ),
    "no_choices": (WARNING, "A pergunta não tinha opções; virou uma pergunta de texto livre."),
    "too_many_choices": (ERROR, "A pergunta tem {count} opções e cabem {limit}. Ficaram de fora: {names}."),
    "choice_unnamed": (WARNING, "Uma opção estava sem texto e aparece como “{title}”."),
    "choice_cut": (WARNING, "O texto da opção “{title}” era longo demais e foi cortado."),
    "choice_condition": (INFO, "A opção “{title}” só aparece quando a condição dela vale, como no original."),
    "choice_condition_left": (
        WARNING,
        "A condição para mostrar a opção “{title}” não pôde ser importada: ela aparece sempre.",
    ),
    "choice_search": (INFO, "A busca dentro das opções não existe no WhatsApp; a pessoa pode escrever parte do nome."),
    "pictures_before": (INFO, "As imagens das opções são enviadas antes da pergunta."),
    "pictures_left": (WARNING, "São muitas imagens para uma pergunta: estas opções ficaram sem a sua: {names}."),
    "card_field": (WARNING, "O campo “{field}” do cartão não é conhecido e não foi guardado."),
    "cards_as_choices": (INFO, "Os cartões viraram mensagens seguidas de uma pergunta com um botão para cada ação."),
    # Conditions
    "condition_empty": (INFO, "A condição não tinha nenhum ramo e foi pulada."),
    "comparison_incomplete": (WARNING, "Uma comparação está incompleta e nunca vale, como no original."),
    "unknown_operator": (ERROR, "O operador “{operator}” não é conhecido: essa comparação nunca vale. Reescreva-a."),
    "bad_regex": (
        ERROR,
        "A expressão regular {pattern} não pode ser usada aqui: essa comparação nunca vale. Reescreva-a.",
    ),
    "regex_flags": (INFO, "As opções “{flags}” da expressão regular {pattern} não têm efeito aqui."),
    "too_many_comparisons": (ERROR, "A condição tem {count} comparações; só as {limit} primeiras foram importadas."),
    # Setting variables
    "set_without_variable": (INFO, "O bloco não dizia qual variável definir e foi pulado, como no original."),
    "code_left": (
        WARNING,
        "A variável “{name}” recebia o resultado de um código que não pode ser importado: {source}. Ela fica como estava.",
    ),
    "formula": (INFO, "O cálculo {source} foi traduzido; confira o resultado."),
    "set_kind": (WARNING, "O valor “{kind}” de “{name}” não existe no WhatsApp: a variável fica vazia."),
    "set_unknown": (WARNING, "O tipo de valor “{kind}” de “{name}” não é conhecido: a variável fica como estava."),
    "set_moment": (INFO, "“{name}” recebe a data e a hora no fuso da organização{zone}."),
    "set_iso": (
        INFO,
        "“{name}” recebe a data e a hora em texto (2026-12-25T09:00:00), no fuso da organização. Para mostrar: | date.",
    ),
    "set_id": (INFO, "“{name}” recebe um código feito do momento e do fim do telefone da pessoa."),
    "set_result_id": (WARNING, "“{name}” recebia o identificador da conversa; aqui recebe o telefone da pessoa."),
    "set_list": (INFO, "A lista em “{name}” é guardada como texto com os itens separados por vírgula."),
    "error_variable": (WARNING, "A variável que guardava o erro do código não é preenchida."),
    # Logic
    "code": (ERROR, "O código “{name}” não pode ser importado. O caminho segue como se ele não existisse: {source}"),
    "wait_skipped": (INFO, "A espera não tinha um tempo válido e foi pulada, como no original."),
    "wait_capped": (WARNING, "A espera de {seconds} segundos passa do que o fluxo permite e foi reduzida."),
    "redirect_as_link": (INFO, "O redirecionamento vira uma mensagem com o link: {url}."),
    "redirect_person": (
        INFO,
        "O link {url} leva a uma conversa ou ligação com uma pessoa. Considere trocar por “Falar com atendente”.",
    ),
    "redirect_empty": (INFO, "O redirecionamento não tinha endereço e foi pulado."),
    "split_edge": (WARNING, "Só um lado do teste A/B tinha caminho; os dois seguem por ele, como no original."),
    "split_percent": (
        WARNING,
        "A divisão do teste A/B vinha como “{percent}” e não pôde ser lida; ficou metade para cada lado.",
    ),
    "jump_unknown": (WARNING, "O salto aponta para um grupo que não existe: o caminho acaba aqui, como no original."),
    "jump_empty": (INFO, "O salto não tinha destino e foi pulado, como no original."),
    "jump_by_title": (
        WARNING,
        "O salto vai para o grupo cujo título está em “{name}”; virou uma condição sobre os títulos de hoje. Confira-a.",
    ),
    "return_first": (WARNING, "Nenhum salto leva até este retorno; ele é pulado, como no original."),
    "return_too_many": (
        ERROR,
        "Saltos demais levam até este retorno para saber a qual voltar; ele é pulado. Refaça-o.",
    ),
    "return_known": (INFO, "O retorno volta para depois do salto em {place}."),
    "return_many": (
        INFO,
        "O retorno volta para depois do salto que trouxe a pessoa: uma variável (“{name}”) guarda qual foi.",
    ),
    "link_self": (INFO, "A ligação para o próprio bot virou um caminho direto{back}."),
    "link_other": (
        ERROR,
        "O original chamava outro bot ({bot}), que não está no arquivo. O caminho passa direto por aqui: importe aquele bot e "
        "troque este bloco por “Executar fluxo”.",
    ),
    "link_carried": (INFO, "A chamada ao outro bot virou “Executar fluxo”; escolha o que ele recebe e devolve."),
    "link_results": (
        WARNING,
        "O original trazia de volta as respostas do outro bot; escolha em “Executar fluxo” quais voltam.",
    ),
    "link_entry": (WARNING, "O original entrava no outro bot por um grupo do meio; aqui ele começa do início."),
    "listen": (
        ERROR,
        "O original esperava um chamado de outro sistema. Isso não pode ser importado: o caminho segue sem esperar, e as "
        "variáveis que viriam ({names}) ficam como estavam.",
    ),
    # Calls
    "call_no_address": (
        ERROR,
        "A chamada HTTP não traz o endereço no arquivo{why}. Ela foi pulada: crie a chamada de API de novo e ligue-a aqui.",
    ),
    "call_bad_address": (
        ERROR,
        "O endereço {url} não começa com http(s):// e não pode ser chamado. A chamada foi pulada.",
    ),
    "call_method": (ERROR, "O método {method} não é permitido; a chamada foi pulada."),
    "call_body_generated": (
        WARNING,
        "O corpo da chamada era montado pelo Typebot com as respostas; aqui são enviadas as variáveis do fluxo. Confira.",
    ),
    "call_body_left": (WARNING, "Uma chamada {method} não leva corpo; o que estava nele ficou de fora."),
    "call_body_text": (WARNING, "O corpo da chamada não é um JSON válido e é enviado como texto."),
    "call_header": (WARNING, "O cabeçalho “{name}” não pode ser enviado e ficou de fora."),
    "call_secret": (
        WARNING,
        "O cabeçalho “{name}” parece conter uma credencial. Guarde-a em “Segredos” e troque-a aqui antes de publicar.",
    ),
    "call_path": (
        WARNING,
        "O caminho de resposta {path} é código e não pode ser importado; “{name}” fica como estava.",
    ),
    "call_mapping": (WARNING, "Uma parte da resposta não dizia o caminho ou a variável e ficou de fora."),
    "call_timeout": (INFO, "O tempo de espera era de {seconds} s; aqui o máximo é {limit} s."),
    "call_proxy": (WARNING, "A chamada passava por um proxy configurado no Typebot; aqui ela é feita diretamente."),
    "call_too_many": (WARNING, "A chamada tem {what} demais; só os {limit} primeiros foram importados."),
    # Integrations
    "hand_over": (
        WARNING,
        "“{name}” virou “Falar com atendente”. Confirme a equipe e o motivo antes de publicar.",
    ),
    "hand_over_proposed": (
        WARNING,
        "“{name}” não pode ser importado e o fluxo continuava depois dele. Se ele passava a conversa a uma pessoa, troque "
        "este bloco por “Falar com atendente”.",
    ),
    "measuring_left": (
        INFO,
        "“{name}” mede acessos de páginas e não se aplica aos fluxos do WhatsApp; o bloco é pulado.",
    ),
    "integration": (
        ERROR,
        "A integração “{name}”{action} não pode ser importada, e as credenciais não estão no arquivo. O caminho passa direto "
        "por aqui: refaça com uma chamada de API.",
    ),
    "unknown_block": (
        ERROR,
        "O bloco do tipo “{name}” não é conhecido. O caminho passa direto por aqui: refaça o que ele fazia.",
    ),
}
"""Every finding: how bad it is, and its sentence."""
