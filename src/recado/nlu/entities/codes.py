"""Which digits belong to codes that nothing here reads, or are what is left of a number that is not whole?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.entities.sheet import Sheet

_EDGE: Final = r"(?<![\w.,/+-])"
_WHOLE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # A card, the digits of a bill, a random key, a parcel, the number of a lawsuit.
        rf"{_EDGE}\d{{4}}[ .-]?\d{{4}}[ .-]?\d{{4}}[ .-]?\d{{4}}(?!\w)",
        rf"{_EDGE}(?:\d{{5}}[. ]?\d{{5}}[. ]?){{1,4}}\d{{5,6}}[. ]?(?:\d[. ]?){{0,20}}(?!\w)",
        r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b",
        r"\b[a-z]{2}\d{9}[a-z]{2}\b",
        rf"{_EDGE}\d{{7}}-?\d{{2}}\.?\d{{4}}\.?\d\.?\d{{2}}\.?\d{{4}}(?!\w)",
        rf"{_EDGE}\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\w-])",
        r"\b(?:rg|identidade|cnh|habilitacao|pis|pasep|nis|sus|cns|titulo|passaporte|renavam|chassi|crm|crmv|oab|imei)\b"
        r"[^\d\n]{0,16}\d[\dx.\s/-]{3,22}[\dx](?!\w)",
    )
)
_PHONE_NAMED: Final = re.compile(
    r"\b(?:tel|telefone|cel|celular|fone|whats|whatsapp|wpp|zap|zapzap|contato|ddd|liga|ligue|ligar|chama|meu\s+numero)\b"
    r"[^\d\n]{0,14}(?P<digits>\(?\d[\d\s().-]{2,18}\d)(?!\w)(?!\s*(?:reais|mil|clientes|pessoas|contatos))"
)
_BROKEN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_EDGE}\(\d{{2,3}}\)\s?\d[\d\s.-]{{1,14}}\d(?!\w)",
        rf"{_EDGE}(?:\d{{2}}\s)?(?:\d\s)?\d{{4,5}}-\d{{2,4}}(?![\w.,]|\s?(?:mil|k)\b)",
        rf"{_EDGE}\d{{2}}\s(?:9\s)?\d{{4,5}}\s\d{{2,4}}(?![\w.,%]|\s*(?:mil|k|reais|conto|km|x)\b)",
        rf"{_EDGE}0[389]00[\s-]?\d{{1,7}}(?!\w)",
        r"\bplacas?\b(?:\s+(?:e|eh|do|da|meu|minha|carro|:)){0,4}\W{0,3}[a-z]{1,5}[\s-]?\d[\da-z]{0,6}\b",
    )
)
_LEAST_DIGITS: Final = 4


def hide_codes(sheet: Sheet) -> None:
    """Blank whole codes that are no CPF, phone or plate, before anything reads a part of them."""
    for pattern in _WHOLE:
        for match in pattern.finditer(sheet.text):
            sheet.blank(*match.span())


def hide_broken(sheet: Sheet) -> None:
    """Blank what stands where a telephone number or a plate should and is none, after those were read."""
    for match in _PHONE_NAMED.finditer(sheet.text):
        if sum(map(str.isdigit, match["digits"])) >= _LEAST_DIGITS:
            sheet.blank(*match.span("digits"))
    for pattern in _BROKEN:
        for match in pattern.finditer(sheet.text):
            sheet.blank(*match.span())
