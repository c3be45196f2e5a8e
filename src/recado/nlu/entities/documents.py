"""Which CPFs, CNPJs, postal codes and plates stand in a text?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.entities.checks import is_cep, is_cnpj, is_cpf
from recado.nlu.entities.gazetteer import words_of
from recado.nlu.entities.sheet import Sheet

_EDGE: Final = r"(?<![\w.,/+-])"
_END: Final = r"(?![\w])(?![./-]\d)"
_CNPJ_SHAPED: Final = re.compile(
    rf"{_EDGE}[0-9a-z]{{2}}[. ]?[0-9a-z]{{3}}[. ]?[0-9a-z]{{3}}\s?/\s?[0-9a-z]{{4}}\s?[- ]?\s?\d{{2}}{_END}|"
    rf"{_EDGE}[0-9a-z]{{2}}\.[0-9a-z]{{3}}\.[0-9a-z]{{3}}[/ -]?[0-9a-z]{{4}}-?\d{{2}}{_END}"
)
_CNPJ_BARE: Final = re.compile(rf"{_EDGE}(?=[a-z]{{0,11}}\d)[0-9a-z]{{12}}\d{{2}}{_END}")
_CNPJ_SPACED: Final = re.compile(rf"{_EDGE}\d{{2}} \d{{3}} \d{{3}} \d{{4}}[ -]?\d{{2}}{_END}")
_CPF_SHAPED: Final = re.compile(
    rf"{_EDGE}\d{{3}}\.\d{{3}}\.\d{{3}}[-. /]?\d{{2}}{_END}|{_EDGE}\d{{3}}[ .]?\d{{3}}[ .]?\d{{3}}-\d{{2}}{_END}|"
    rf"{_EDGE}\d{{3}} \d{{3}} \d{{3}} \d{{2}}{_END}|{_EDGE}\d{{3}}-\d{{3}}-\d{{3}}-\d{{2}}{_END}"
)
_CPF_BARE: Final = re.compile(rf"{_EDGE}\d{{11}}{_END}")
_CPF_WRONG: Final = re.compile(r"\bcpf\b[^\d\n]{0,25}(?P<code>\d[\d. /-]{4,18}\d)(?!\d)")
_CNPJ_WRONG: Final = re.compile(r"\bcnpj\b[^\d\n]{0,25}(?P<code>[0-9a-z]{0,2}\d[0-9a-z./-]{6,18}\d)(?!\d)")
_CEP: Final = re.compile(rf"{_EDGE}(?:\d{{5}}-\d{{3}}|\d{{2}}\.\d{{3}}-\d{{3}}){_END}")
_CEP_NAMED: Final = re.compile(
    r"\bcep(?![a-z])[^\d\n]{0,22}(?P<code>\d{2}\.?\d{3}[\s.-]{0,3}\d{3})(?!\d)|\bcep\b[^\d\n]{0,22}(?P<wrong>\d[\d.-]{2,12})"
)
_CEP_AFTER: Final = re.compile(
    rf"{_EDGE}(?P<code>\d{{2}}\.?\d{{3}}[ -]?\d{{3}}),?\s+(?:(?:e|eh|é)\s+)?(?:o\s+|meu\s+|"
    rf"esse\s+){{0,2}}cep\b"
)
_CEP_BARE: Final = re.compile(rf"{_EDGE}\d{{5}} ?\d{{3}}{_END}")
_AREA_BEFORE: Final = re.compile(r"(?<!\d)\(?\d{2}\)?\s*$")
_ADDRESSED: Final = re.compile(r"\b(?:rua|avenida|av\.?|endereco|entreg\w+|frete|bairro|moro)\b")
_PHONE_BEFORE: Final = re.compile(
    r"(?:\btel|\bcel|fone|whats|\bwpp|\bzap|contato|\bddd|\bliga|\bligue|\bchama|n(?:umero|o|"
    r"\.)?\s+(?:d[eo]\s+)?(?:tel|cel|whats|zap))[^\n\d]{0,25}$"
)
_PLATE: Final = re.compile(
    rf"(?<![\w.-])(?P<letters>[a-z]{{3}})(?P<gap>[ .·-]{{0,2}})(?P<rest>\d[a-z0-9]\d{{2}}){_END}"
)
_ONLY_A_PLATE: Final = 12
_PLATE_WORDS: Final = re.compile(r"\bplacas?\b[^\n\d]{0,20}$")


def read_documents(sheet: Sheet) -> None:
    """Take CNPJs, CPFs and postal codes; blank what has their shape or their name and fails its check."""
    _cnpjs(sheet)
    _cpfs(sheet)
    _ceps(sheet)


def read_plates(sheet: Sheet) -> None:
    """Take plates of both kinds (AAA9999, AAA9A99), with or without a gap, in any case."""
    for match in _PLATE.finditer(sheet.text):
        letters, rest = match["letters"], match["rest"]
        named = _PLATE_WORDS.search(sheet.text[max(0, match.start() - 40) : match.start()]) is not None
        if named or (letters not in words_of("not_plates.txt") and _reads_as_plate(sheet, match)):
            sheet.take("plate", f"{letters}{rest}".upper(), *match.span())


def _reads_as_plate(sheet: Sheet, match: re.Match[str]) -> bool:
    """A gap between three letters and four digits is a plate where the letters were capitals ("por 1500" is none)."""
    if match["gap"] != " " or match["rest"][1].isalpha():
        return True
    if match["rest"][:2] in {"19", "20"}:
        return False  # "GLA 2015" is a car of that year
    letters = sheet.as_written(match.start(), match.start() + 3)
    return letters.isupper() and (not sheet.shouts or len(sheet.text) < _ONLY_A_PLATE)


def _cnpjs(sheet: Sheet) -> None:
    for pattern in (_CNPJ_SHAPED, _CNPJ_BARE, _CNPJ_SPACED):
        for match in pattern.finditer(sheet.text):
            code = _plain(match.group())
            if is_cnpj(code):
                sheet.take("cnpj", code, *match.span())
            elif pattern is _CNPJ_SHAPED or code.isdigit():
                sheet.blank(*match.span())
    for match in _CNPJ_WRONG.finditer(sheet.text):
        if not is_cpf(_plain(match["code"])):
            sheet.blank(*match.span("code"))


def _cpfs(sheet: Sheet) -> None:
    for match in _CPF_SHAPED.finditer(sheet.text):
        code = _plain(match.group())
        if is_cpf(code):
            sheet.take("cpf", code, *match.span())
        elif match.group()[3] in ".- " and not _PHONE_BEFORE.search(
            sheet.text[max(0, match.start() - 40) : match.start()]
        ):
            sheet.blank(*match.span())
    for match in _CPF_BARE.finditer(sheet.text):
        before = sheet.text[max(0, match.start() - 40) : match.start()]
        code = match.group()
        if is_cpf(code) and not _PHONE_BEFORE.search(before):
            sheet.take("cpf", code, *match.span())
    for match in _CPF_WRONG.finditer(sheet.text):
        code = _plain(match["code"])
        if is_cpf(code):
            sheet.take("cpf", code, *match.span("code"))
        elif not re.search(r"\b(?:tel|cel|fone|whats|zap|nasc|e o|meu)\w*", match.group()[3:]):
            sheet.blank(*match.span("code"))


def _ceps(sheet: Sheet) -> None:
    for match in _CEP_NAMED.finditer(sheet.text):
        which = "code" if match["code"] else "wrong"
        _settle_cep(sheet, match[which], match.span(which))
    for match in _CEP_AFTER.finditer(sheet.text):
        _settle_cep(sheet, match["code"], match.span("code"))
    if _ADDRESSED.search(sheet.text):
        for match in _CEP_BARE.finditer(sheet.text):
            if not _PHONE_BEFORE.search(sheet.text[max(0, match.start() - 40) : match.start()]):
                _settle_cep(sheet, match.group(), match.span())
    for match in _CEP.finditer(sheet.text):
        before = sheet.text[max(0, match.start() - 6) : match.start()]
        if match.group()[0] == "9" and _AREA_BEFORE.search(before) and not _ADDRESSED.search(sheet.text):
            continue  # "11 98765-432" is a telephone number that lacks a digit
        _settle_cep(sheet, match.group(), match.span())


def _settle_cep(sheet: Sheet, code: str, span: tuple[int, int]) -> None:
    digits = _plain(code)
    if is_cep(digits):
        sheet.take("cep", digits, *span)
    else:
        sheet.blank(*span)


def _plain(code: str) -> str:
    return "".join(one for one in code if one.isalnum()).upper()
