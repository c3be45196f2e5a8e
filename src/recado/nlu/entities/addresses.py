"""Where does a text give an address or a number that is only a label, whose parts are nothing by themselves?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.entities.sheet import Sheet

_WORD: Final = (
    r"(?!(?:em|no|na|perto|aqui|que|e|com|para|pra|fica|num|bairro|cep|esta|ta|mas|proximo|esquina|apto|ap|"
    r"casa|numero|n)\b)[a-z0-9'.]{1,20}"
)
_STREET: Final = re.compile(
    rf"\b(?:rua|r\.|avenida|av\.?|alameda|al\.|travessa|trav\.?|praca|pca\.?|estrada|estr\.|rodovia|rod\.|"
    rf"viela|largo(?=\s+d[aeo]s?\s))\s+"
    rf"(?:d[aeo]s?\s+)?{_WORD}(?:\s+(?:d[aeo]s?\s+)?{_WORD}){{0,4}}?(?:\s*,?\s*(?:n[o.]{{0,2}}\s*|"
    rf"numero\s*|num\.?\s*)?\d{{1,5}}(?![\d.,]\d|\s*(?:mil|reais|anos|km|x)\b)[a-z]?\b|(?=\s*(?:[,.;!?\n)]|"
    rf"$|\b(?:em|no|na|perto|aqui|que|com|fica|bairro|cep|esta|ta|mas|esquina)\b)))"
)
_PART: Final = re.compile(
    r"\b(?:apto|apt|ap|apartamento|bloco|bl|sala|lote|quadra|qd|conjunto|conj|andar|torre|box|fundos|"
    r"casa|galpao|km)\.?\s*(?:n[o.]{0,2}\s*|numero\s*)?:?\s*(?:\d{1,5}[a-z]?\b(?!\s*(?:mil|reais|k\b|conto|"
    r"x\b|km|quartos|pessoas))|[a-d]\b(?=\s*(?:,|$|\d)))"
)
_HOUSE: Final = re.compile(
    r"\b(?:numero|num|n[o.]|nr|no\.)\s*(?:d[aoe]\s+(?:casa|predio|apto|apartamento)\s*(?:e|eh|"
    r":)?\s*)?:?\s*\d{1,6}\b(?!\s*(?:x\b|parcelas|vezes))"
)
_LABELLED: Final = re.compile(
    r"\b(?:protocolo|pedido|codigo|cod|contrato|boleto|nota(?:\s+fiscal)?|nf|nfe|processo|chassi|renavam|"
    r"rastreio|rastreamento|matricula|registro|o\.s|ordem(?:\s+de\s+servico)?|senha|pin|"
    r"token|ramal|agencia|ag|conta(?:\s+corrente|\s+poupanca)?|cc|cartao|fatura|ticket|chamado|apolice|"
    r"lote|crmv|crm|oab|rg|cnh|cid|ref|referencia|versao|windows|android|iphone|galaxy|sala|"
    r"canal|linha|onibus|turma|voo|cupom|serie|art(?:igo)?|lei|norma|inscricao|final)\b\s*(?:(?:d[aoe]|e|"
    r"eh|numero|n[o.]{0,2}|num|no|nr|:|#|=|meu|minha|pedido|compra|"
    r"protocolo)\s*){0,4}#?\s*(?=[a-z0-9./-]*\d)[a-z0-9][a-z0-9./-]{0,25}"
)
_ORDER: Final = re.compile(r"\bos\s*(?:n[o.]{0,2}\s*)?\d{3,8}\b")
_HASH: Final = re.compile(r"#\s?\d[\w.-]{0,20}")
_LONG: Final = re.compile(r"(?<![\w.,$])\d{7,}(?![\w]|[.,]\d)(?!\s*(?:reais|km|mil))")
_NO_LABEL: Final = re.compile(
    r"^(?:contrato|boleto|fatura|conta|nota|cartao|final|pedido|linha|serie|senha)\s+(?:de\s+|e\s+|no\s+|"
    r"final\s+)?(?:r\$|\d+\s*(?:x|reais|mil|k|meses|anos|dias|vezes|parcelas))"
)


def hide_addresses(sheet: Sheet) -> None:
    """Blank streets with their numbers, and the parts of a building."""
    for pattern in (_STREET, _PART, _HOUSE):
        for match in pattern.finditer(sheet.text):
            sheet.blank(*match.span())


def hide_labels(sheet: Sheet) -> None:
    """Blank numbers that are only labels: protocols, orders, agencies, anything of seven digits or more without a currency."""
    for match in _LABELLED.finditer(sheet.text):
        tail = sheet.text[match.start() : match.end() + 12]
        if not _NO_LABEL.match(tail) and not re.match(
            r"\s*(?:x\b|reais|mil\b|vezes|meses|anos|dias|parcelas|k\b)", sheet.text[match.end() :][:12]
        ):
            sheet.blank(*match.span())
    for match in _ORDER.finditer(sheet.text):
        if sheet.as_written(match.start(), match.start() + 2) == "OS":
            sheet.blank(*match.span())
    for pattern in (_HASH, _LONG):
        for match in pattern.finditer(sheet.text):
            sheet.blank(*match.span())
