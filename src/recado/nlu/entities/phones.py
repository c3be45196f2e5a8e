"""Which telephone numbers stand in a text, in E.164?

Brazilian numbers need an area code that exists; a mobile of eight digits gets its ninth. What has the shape of a number and is
none is blanked: it is no document and no quantity either.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Final

import phonenumbers

from recado.nlu.entities.checks import AREA_CODES, is_cpf
from recado.nlu.entities.sheet import Sheet

_GAP: Final = r"[\s.\-/]{0,3}"
_FOREIGN: Final = re.compile(rf"\+\s?\(?\d{{1,3}}\)?(?:{_GAP}\(?\d{{1,5}}\)?){{1,6}}(?!\d)")
_BRAZILIAN: Final = re.compile(
    rf"(?<![\w.,/+])(?:\(?55\)?{_GAP})?"
    rf"(?:\(?0(?:\s?[xX]{{2}}\s?|{_GAP}\d{{2}}(?={_GAP}\(?\d{{2}}\)?{_GAP}\d[\d\s.\-]{{6,12}}(?!\d)))?{_GAP}\(?)?"
    rf"\(?(?P<area>\d{{2}})\s?\)?{_GAP}"
    rf"(?P<local>\d{_GAP}\d{{4}}{_GAP}\d{{4}}|\d{{4}}{_GAP}\d{{4}}|"
    rf"\d{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}|"
    rf"\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}|\d{{5}}{_GAP}\d{{2}}{_GAP}\d{{2}}|"
    rf"\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}})(?![\d])(?![.,/-]\d)"
)
_TOLL_FREE: Final = re.compile(r"(?<![\w.,/+])0[3589]00[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)")
_SHAPED: Final = re.compile(
    r"(?<![\w.,/+-])(?:\(?\d{2,3}\)[\s.-]?)?(?:9[\s.]?)?\d{4}[\s.-]\d{4}(?![\d])(?!-\d)|"
    r"(?<![\w.,/+-])\(\d{2,3}\)\s?\d[\d\s.-]{4,12}\d(?![\d])"
)
_SPOKEN_AREA: Final = re.compile(
    r"\bddd\s*(?:e|eh|:|do)?\s*\(?0?(?P<area>\d{2})\)?[\s,;.e-]{1,4}(?:(?:numero|num|n|tel|telefone|"
    r"celular|cel|fone|o|e|eh|:)[\s,.:]{1,2}){0,3}"
    r"(?P<local>9?[\s.]?\d{4}[\s.-]?\d{4})(?!\d)"
)
_PHONE_WORDS: Final = re.compile(
    r"(?:\btel|\bcel|fone|whats|\bwpp|\bzap|contato|\bddd|numero|\bliga|\bligue|\bchama|\bn[o.]\b|mobile)"
)
_OTHER_CODES: Final = re.compile(
    r"(?:\bcpf|\bcnpj|\brg\b|protocolo|pedido|\bnota\b|\bnf|\bconta\b|agencia|boleto|codigo|contrato|"
    r"processo|chassi|renavam|"
    r"cartao|rastrei|matricula|registro|\bos\b|\bcnh|\bpis\b|titulo|inscricao|apolice|sinistro|fatura|"
    r"barras|imei|serie)[\w\s.:#-]{0,18}$"
)
_YEAR_LAST: Final = re.compile(r"^\d{4} (?:19[5-9]|20[0-3])\d$")
_MOST: Final = 60
_LEAST_FOREIGN: Final = 7
_MOBILE_FROM: Final = "6"
_LANDLINE: Final = re.compile(r"[2-5]\d{7}")
_MOBILE: Final = re.compile(r"9\d{8}")


def read_phones(sheet: Sheet) -> None:
    """Take the telephone numbers of a sheet whose documents were taken before."""
    for match in islice(_FOREIGN.finditer(sheet.text), _MOST):
        digits = "".join(filter(_is_digit, match.group()))
        if len(digits) >= _LEAST_FOREIGN:
            _settle(sheet, match.span(), international(digits))
    for match in _TOLL_FREE.finditer(sheet.text):
        _settle(sheet, match.span(), f"+55{''.join(filter(_is_digit, match.group()))[1:]}")
    for match in _SPOKEN_AREA.finditer(sheet.text):
        _settle(sheet, match.span(), brazilian(match["area"], "".join(filter(_is_digit, match["local"]))))
    for match in islice(_BRAZILIAN.finditer(sheet.text), _MOST):
        _brazilian(sheet, match)
    for match in islice(_SHAPED.finditer(sheet.text), _MOST):
        if not _YEAR_LAST.search(match.group()):
            sheet.blank(*match.span())


def brazilian(area: str, local: str) -> str | None:
    """Return the E.164 form of a Brazilian number, the ninth digit of a mobile restored; None where it cannot be one."""
    if int(area) not in AREA_CODES:
        return None
    if len(local) == 8 and local[0] >= _MOBILE_FROM:  # noqa: PLR2004
        local = f"9{local}"
    if not (_MOBILE.fullmatch(local) or _LANDLINE.fullmatch(local)):
        return None
    return f"+55{area}{local}"


@lru_cache(maxsize=512)
def international(digits: str) -> str | None:
    """Return the E.164 form of digits that begin with a country code; None where no such number is given out."""
    if digits.startswith("55"):
        rest = digits[2:].removeprefix("0")
        return brazilian(rest[:2], rest[2:]) if len(rest) in {10, 11} else None
    try:
        number = phonenumbers.parse(f"+{digits}")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9"


def _brazilian(sheet: Sheet, match: re.Match[str]) -> None:
    digits = "".join(filter(_is_digit, match.group()))
    before = sheet.text[max(0, match.start() - 40) : match.start()]
    if _OTHER_CODES.search(before) and not _PHONE_WORDS.search(before[-14:]):
        sheet.blank(*match.span())
        return
    number = brazilian(match["area"], "".join(filter(_is_digit, match["local"])))
    if number is None and len(digits) in {12, 13} and digits.startswith("55"):
        number = brazilian(digits[2:4], digits[4:])
    bare = match.group() == digits
    if bare and is_cpf(digits) and not _PHONE_WORDS.search(before):
        return
    _settle(sheet, match.span(), number)


def _settle(sheet: Sheet, span: tuple[int, int], number: str | None) -> None:
    if number is None:
        sheet.blank(*span)
    else:
        sheet.take("phone", number, *span)
