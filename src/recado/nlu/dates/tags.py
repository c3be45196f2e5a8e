"""Which kinds of words does the grammar tell apart, and how are sequences of them described?

Every kind is one private character, so that a message becomes a short string and a regular expression reads words as it would
read letters: `pattern("DIA DAYN DE MONTH")` matches four words. Names of sets stand for any of their kinds.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_NAMES: Final = """
    X USED STOP COMMA DASH SLASH COLON
    DE DAS DESSE EM NESSE ESSE A AO AS O PELA PRA ATE ENTRE DESDE ANTES DEPOIS APOS PARTIR DIANTE E OU QUE VEM
    PROX PASS ULT SEG ANTERIOR OUTRO RETRA HA FAZ TEM ATRAS DAQUI DENTRO TODO CADA QUALQUER UNS ABOUT PERTO MAIS MENOS SEMP SER
    NAO EXCETO DEMAIS LA DURANTE PERIOD EVE LIMIT BUSY SIM POR FERIADO
    SEC MINU HORA DIA SEM QUINZ MES BIM TRI SEMES ANO DECA
    MEIO MEIA MEADOS INICIO FIM FDS MANHA TARDE NOITE MADRU ALMOCO CEDO TARDINHA EXPED MEIODIA MEIANOITE QUARTO PONTO POUCO
    REL ONTEM AGORA WO WD WA WPL OA FEIRA ORD ORDN MO MA HOL SEASON UTIL EVERY
    N0 UM N12 DEZ N24 N31 N59 N99 N999 YEAR BIG DEC MIL CNT CUR PCT
    DMY MY DOTS CLK CLKH AMPM
    VP VN MOVE BYE
    D C H P I V L R T
"""
TAG: Final = {name: chr(0xE000 + place) for place, name in enumerate(_NAMES.split())}
NAME: Final = {char: name for name, char in TAG.items()}
_SETS: Final = {
    "ANY": tuple(name for name in TAG if name not in {"STOP", "USED"}),
    "OF": ("DE", "DAS"),
    "IN": ("EM", "NESSE"),
    "ART": ("A", "O", "AS"),
    "THIS": ("ESSE", "NESSE", "DESSE"),
    "HOURN": ("N0", "UM", "N12", "DEZ", "N24"),
    "DAYN": ("UM", "N12", "DEZ", "N24", "N31"),
    "MINN": ("N0", "UM", "N12", "DEZ", "N24", "N31", "N59"),
    "MONTHN": ("UM", "N12", "DEZ"),
    "COUNT": ("UM", "N12", "DEZ", "N24", "N31", "N59", "N99", "N999", "BIG", "DEC", "YEAR"),
    "SMALL": ("UM", "N12", "DEZ", "N24", "N31", "N59", "N99"),
    "TWO": ("N12", "DEZ", "N24", "N31", "N59", "N99"),
    "MONTH": ("MO", "MA", "DEZ"),
    "WK": ("WO", "WD", "WA", "OA"),
    "NTH": ("WO", "OA", "ORD"),
    "PARTW": ("MANHA", "TARDE", "NOITE", "MADRU", "TARDINHA"),
    "TIMEU": ("SEC", "MINU", "HORA"),
    "DAYU": ("DIA", "SEM", "QUINZ", "MES", "BIM", "TRI", "SEMES", "ANO", "DECA"),
    "UNIT": ("SEC", "MINU", "HORA", "DIA", "SEM", "QUINZ", "MES", "BIM", "TRI", "SEMES", "ANO", "DECA"),
    "HALF": ("MEIO", "MEIA"),
    "SINCE": ("HA", "FAZ", "TEM"),
    "NUMBER": ("N0", "UM", "N12", "DEZ", "N24", "N31", "N59", "N99", "N999", "YEAR", "BIG", "DEC", "MIL"),
}
_NAMED_GROUP: Final = re.compile(r"(\(\?P<\w+>|\(\?<?[=!:])|([A-Za-z_]\w*)|\s+")


def pattern(text: str) -> re.Pattern[str]:
    """Return the pattern over kinds that `text` describes: names of kinds and sets, blanks ignored, the rest as in `re`."""
    return re.compile(_NAMED_GROUP.sub(_chars, text))


@cache
def tags(*names: str) -> frozenset[str]:
    """Return the characters of some kinds or sets."""
    return frozenset(char for name in names for char in (TAG[one] for one in _SETS.get(name, (name,))))


def _chars(found: re.Match[str]) -> str:
    group, name = found[1], found[2]
    if group:
        return group
    if not name:
        return ""
    if name in TAG:
        return TAG[name]
    return "[" + "".join(TAG[one] for one in _SETS[name]) + "]"


_PIECE: Final = re.compile(r"\(\?(?:P<\w+>|<?[=!]|:)|\(|\)|\||\{[\d,]+\}|[?*+]|[A-Za-z_]\w*|\$")
_OPTIONAL: Final = ("?", "*", "{0")


def required(text: str) -> frozenset[str]:
    """Return the kinds of which a message must hold one for a pattern to be found in it at all; none where that is not plain."""
    return _of_alternatives(_PIECE.findall(text), 0)[0]


def _of_alternatives(pieces: list[str], at: int) -> tuple[frozenset[str], int]:
    """Return what every one of the alternatives that begin at `at` requires between them, and where they end."""
    least: frozenset[str] | None = None
    wanted: frozenset[str] = frozenset()
    certain = True
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        if piece == "|":
            certain, wanted, least = certain and least is not None, wanted | (least or frozenset()), None
            at += 1
            continue
        found: frozenset[str] = frozenset()
        if piece.startswith("("):
            found, at = _of_alternatives(pieces, at + 1)
            found = frozenset() if piece[2:4] in {"=", "!", "<=", "<!"} or piece in {"(?=", "(?!"} else found
        elif piece[0].isalpha():
            found = tags(piece)
        at += 1
        optional = at < len(pieces) and pieces[at].startswith(_OPTIONAL)
        if found and not optional and (least is None or len(found) < len(least)):
            least = found
    certain = certain and least is not None
    return (wanted | (least or frozenset()) if certain else frozenset()), at
