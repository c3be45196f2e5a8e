"""How are the parts of a flow called in a sentence?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NOUNS: Mapping[str, tuple[str, str]] = {
    "start": ("o", "início"), "message": ("a", "mensagem"), "question": ("a", "pergunta"),
    "condition": ("a", "condição"), "set_variable": ("a", "definição de variável"), "wait": ("a", "espera"),
    "split": ("o", "teste A/B"), "run_flow": ("a", "chamada de fluxo"), "tag": ("a", "etiqueta"),
    "set_contact_field": ("o", "campo do contato"), "api_call": ("a", "chamada de API"), "webhook": ("o", "webhook"),
    "hand_to_human": ("o", "transbordo"), "end": ("o", "fim"), "template": ("o", "modelo"),
}  # fmt: skip
_ITEMS: Mapping[str, tuple[str, str, str]] = {
    "choices": ("a", "opção", "opções"), "branches": ("o", "caminho", "caminhos"), "arms": ("o", "braço", "braços"),
    "assignments": ("a", "variável", "variáveis"), "headers": ("o", "cabeçalho", "cabeçalhos"),
    "parameters": ("o", "parâmetro", "parâmetros"), "results": ("o", "resultado", "resultados"),
}  # fmt: skip
_EXITS = {
    "next": "Continuar", "else": "Senão", "other": "Outra resposta", "invalid": "Não entendida", "error": "Erro",
    "person": "Pediu atendente", "replied": "Respondeu",
}  # fmt: skip
_OPTIONS = {
    "text": "Texto", "title": "Título", "description": "Descrição", "label": "Nome", "value": "Valor", "kind": "Tipo",
    "variable": "Variável", "when": "Quando", "attempts": "Tentativas", "invalid_text": "Se não entender, dizer",
    "list_label": "Botão da lista", "also": "Também entende", "link": "Endereço", "url": "Endereço", "media": "Mídia",
    "reason": "Motivo", "summary": "Resumo para o atendente", "priority": "Prioridade", "team": "Equipe",
    "tag": "Etiqueta", "minimum": "Mínimo", "maximum": "Máximo", "whole": "Só números inteiros", "pattern": "Formato",
    "contact_field": "Guardar também no contato", "archive": "Arquivar a conversa", "type": "Tipo", "flow": "Fluxo",
    "filename": "Nome do arquivo", "method": "Método", "headers": "Cabeçalhos", "body": "Corpo", "weight": "Peso",
}  # fmt: skip
_OPERATORS = {
    "equals": "é", "not_equals": "não é", "contains": "contém", "not_contains": "não contém",
    "starts_with": "começa com", "ends_with": "termina com", "greater_than": "é maior que",
    "at_least": "é pelo menos", "less_than": "é menor que", "at_most": "é no máximo", "between": "está entre",
    "in": "está entre as opções", "not_in": "não está entre as opções", "is_empty": "está vazio",
    "is_not_empty": "não está vazio", "is_true": "é sim", "is_false": "não é sim", "matches": "tem o formato",
    "not_matches": "não tem o formato",
}  # fmt: skip
_EXCERPT = 160
_AROUND = 30


def node_noun(node: Mapping[str, Any]) -> tuple[str, str]:
    """Article and noun of a node's kind."""
    return _NOUNS.get(str(node.get("type", "")).lower(), ("o", "bloco"))


def node_name(key: str, node: Any) -> str:
    """How a node is called: its label, else its id."""
    label = node.get("label") if isinstance(node, Mapping) else ""
    return label if isinstance(label, str) and label.strip() else key


def the_node(key: str, node: Mapping[str, Any]) -> str:
    """A node with its article, to begin a sentence: `A mensagem “saudacao”`."""
    article, noun = node_noun(node)
    return f"{article.upper()} {noun} “{node_name(key, node)}”"


def item_noun(option: str) -> tuple[str, str, str]:
    """Article, singular and plural of what a list of options holds."""
    return _ITEMS.get(option, ("o", "item", "itens"))


def item_name(item: Any, at: int) -> str:
    """How one thing in a list is called."""
    if isinstance(item, Mapping):
        for key in ("title", "label", "name", "variable", "id"):
            if isinstance(item.get(key), str) and item[key].strip():
                return str(item[key])
    return str(at + 1)


def exit_label(node: Mapping[str, Any], exit: str) -> str:
    """How an exit is called: the words of its choice, branch or arm, else the common ones."""
    options = node.get("options")
    for part in options.values() if isinstance(options, Mapping) else ():
        for item in part if isinstance(part, list) else ():
            if isinstance(item, Mapping) and item.get("id") == exit:
                return item_name(item, 0)
    return _EXITS.get(exit, exit)


def option_label(key: str, schema: Mapping[str, Any]) -> str:
    """How an option is called on its form; `schema` is that of the option, empty where nothing is known of it."""
    return str(schema.get("title") or _OPTIONS.get(key, key))


def value_in_words(value: Any, schema: Mapping[str, Any]) -> str:
    """A value as the form shows it."""
    if isinstance(value, Mapping) and (condition := condition_in_words(value)):
        return f"“{condition}”"
    if isinstance(value, str):
        words, labels = schema.get("enum"), schema.get("enumLabels")
        if isinstance(words, list) and isinstance(labels, list) and value in words:
            return f"“{labels[words.index(value)]}”"
        return f"“{value}”" if value else "vazio"
    if value is None:
        return "vazio"
    if isinstance(value, bool):
        return "sim" if value else "não"
    if isinstance(value, list):
        items = schema.get("items")
        of_items = items if isinstance(items, Mapping) else {}
        return ", ".join(value_in_words(part, of_items) for part in value) or "nada"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {value_in_words(part, {})}" for key, part in value.items()) + "}"
    return str(value).replace(".", ",")


def condition_in_words(condition: Any) -> str:
    """A condition as a clause; empty where this is none."""
    if not isinstance(condition, Mapping):
        return ""
    for word, joint in (("all", " e "), ("any", " ou ")):
        if set(condition) == {word} and isinstance(condition[word], list):
            parts = [condition_in_words(part) for part in condition[word]]
            return joint.join(f"({part})" if " ou " in part and joint == " e " else part for part in parts)
    if set(condition) == {"not"}:
        inner = condition_in_words(condition["not"])
        return f"não vale que {inner}" if inner else ""
    if "op" not in condition or "left" not in condition:
        return ""
    clause = f"{_operand(condition['left'])} {_OPERATORS.get(str(condition['op']).lower(), condition['op'])}"
    return f"{clause} {_operand(condition['right'])}" if "right" in condition else clause


def _operand(operand: Any) -> str:
    if isinstance(operand, Mapping) and set(operand) == {"variable"}:
        return str(operand["variable"])
    if isinstance(operand, list):
        return " e ".join(map(_operand, operand))
    return value_in_words(operand, {}).strip("“”")


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Both texts, or of long ones what lies around the place where they part."""
    if max(len(old), len(new)) <= _EXCERPT:
        return old, new
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    return _around(old, same), _around(new, same)


def _around(text: str, at: int) -> str:
    begin = max(at - _AROUND, 0)
    begin = text.rfind(" ", 0, begin) + 1 if begin else 0
    end = begin + _EXCERPT
    return ("…" if begin else "") + text[begin:end].strip() + ("…" if end < len(text) else "")
