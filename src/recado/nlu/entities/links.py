"""Which e-mail addresses and web addresses stand in a text, typed or spoken?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.entities.sheet import Sheet

_TOPS: Final = (
    r"(?:com|net|org|gov|edu|br|io|me|app|dev|info|site|online|store|shop|blog|tv|co|pt|us|ly|club|xyz|link|"
    r"page|eco|art|adv|ind|mil|biz|digital|ai)"
)
_EMAIL: Final = re.compile(
    r"(?<![\w.%+-])(?P<local>[a-z0-9][\w.%+-]{0,63})\s?@\s?(?P<domain>[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?("
    r"?:\.[a-z0-9][a-z0-9-]{0,62}){1,5})(?![\w-])"
)
_AT: Final = r"(?:\s*@\s*|\s+(?:arroba|arrouba|aroba|arrob)\s+)"
_POINT: Final = r"(?:\s*\.\s*|\s+ponto\s+)"
_SPOKEN_TAIL: Final = re.compile(
    rf"{_AT}(?P<domain>[a-z0-9](?:[a-z0-9-]{{0,62}}[a-z0-9])?(?:(?:{_POINT}|\s*(?:hifen|"
    rf"traco)\s*)[a-z0-9-]{{1,40}}){{0,3}}?{_POINT}(?:com|net|org|gov|edu|adv|ind|io|me|"
    rf"app)(?:{_POINT}br)?|"
    rf"[a-z0-9][a-z0-9-]{{0,62}}{_POINT}br)(?![\w@])"
)
_LINK_WORD: Final = re.compile(r"\s*\b(?:ponto|underline|underscore|anderline|traco|hifen|tracinho)\s*$")
_LAST_WORD: Final = re.compile(r"(?P<word>[\w.%+-]+)\s*$")
_INTRODUCED: Final = re.compile(
    r"(?:\be-?mail\b|\bmail\b)[^@\n]{0,20}?(?:\be\b|\beh\b|:)\s*(?P<words>[\w]+(?:\s+[\w]+){0,3})\s*$|"
    r"(?:\be-?mail\b)\s+(?P<more>[\w]+(?:\s+[\w]+){0,2})\s*$"
)
_SIGNS: Final = {
    "ponto": ".",
    "underline": "_",
    "underscore": "_",
    "anderline": "_",
    "traco": "-",
    "hifen": "-",
    "tracinho": "-",
}
_WEB: Final = re.compile(
    r"https?\s?://[^\s\x00<>\"]+|(?<![\w@.-])www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#][^\s\x00<>\"]*)?|"
    r"(?<![\w@.-])(?:[a-z0-9-]{2,63}\.){1,4}(?:com|net|org|gov|edu|app|io|me|shop|store|site|online|"
    r"dev|info|ly|club|xyz|link)(?:\.[a-z]{2})?(?![\w-])(?!\.\w)(?::\d+)?(?:[/?#][^\s\x00<>\"]*)?|"
    r"(?<![\w@.-])(?:[a-z0-9-]{2,63}\.){1,4}br(?![\w-])(?:[/?#][^\s\x00<>\"]*)?"
)
_SPOKEN_WEB: Final = re.compile(rf"\bwww{_POINT}(?P<rest>[a-z0-9-]+(?:{_POINT}[a-z0-9-]+){{1,4}})")
_TRAILING: Final = ".,;:!?)]}'\"*_"
_MOST_WORDS: Final = 6


def read_links(sheet: Sheet) -> None:
    """Take e-mail addresses first, then web addresses: one stands inside the other often enough."""
    text = sheet.text
    if "@" in text or "arro" in text or "arob" in text:
        for match in _EMAIL.finditer(text):
            _typed_email(sheet, match)
        for match in _SPOKEN_TAIL.finditer(sheet.text):
            _spoken_email(sheet, match)
        _without_domain(sheet)
    if "." in sheet.text or "://" in sheet.text or " ponto " in sheet.text:
        _web(sheet)


def _typed_email(sheet: Sheet, match: re.Match[str]) -> None:
    local, domain = match["local"].rstrip("."), match["domain"].rstrip(".-")
    known = domain.rsplit(".", 1)[1]
    if len(known) < 2 or known.isdigit() or ".." in local:  # noqa: PLR2004
        sheet.blank(*match.span())
        return
    sheet.take("email", f"{local}@{domain}", match.start(), match.start("domain") + len(domain))


def _spoken_email(sheet: Sheet, match: re.Match[str]) -> None:
    """Put together "joao ponto silva arroba gmail ponto com": back from the sign over words that signs join."""
    local, start = _spoken_local(sheet.text[max(0, match.start() - 120) : match.start()], max(0, match.start() - 120))
    if not local:
        return
    domain = re.sub(r"\s*(?:ponto|\.)\s*", ".", match["domain"])
    domain = re.sub(r"\s*(?:hifen|traco)\s*", "-", domain).replace(" ", "")
    sheet.take("email", f"{local}@{domain}", start, match.end())


def _spoken_local(before: str, offset: int) -> tuple[str, int]:
    introduced = _INTRODUCED.search(before)
    if introduced is not None and not re.search(r"\b(?:ponto|underline|underscore|traco|hifen)\b", before):
        name = "words" if introduced["words"] else "more"
        return "".join(introduced[name].split()), offset + introduced.start(name)
    parts: list[str] = []
    rest = before
    for _ in range(_MOST_WORDS):
        word = _LAST_WORD.search(rest)
        if word is None or word["word"] in _SIGNS:
            break
        parts.append(word["word"])
        rest = rest[: word.start()]
        sign = _LINK_WORD.search(rest)
        if sign is not None:
            parts.append(_SIGNS[sign.group().strip()])
            rest = rest[: sign.start()]
        elif not word["word"].isdigit():
            break
    while parts and parts[-1] in _SIGNS.values():
        parts.pop()
    tail = rest
    return "".join(reversed(parts)).strip("."), offset + len(tail) + (
        len(before[len(tail) :]) - len(before[len(tail) :].lstrip())
    )


def _without_domain(sheet: Sheet) -> None:
    """ "joao@gmail" is no address, and its digits are no number."""
    for match in re.finditer(r"[\w.%+-]{1,64}@[\w-]{1,64}", sheet.text):
        sheet.blank(*match.span())


def _web(sheet: Sheet) -> None:
    for match in _WEB.finditer(sheet.text):
        written = sheet.as_written(*match.span()).rstrip(_TRAILING)
        if written:
            end = match.start() + len(match.group().rstrip(_TRAILING))
            sheet.take("url", _normal_url(written), match.start(), end)
    for match in _SPOKEN_WEB.finditer(sheet.text):
        sheet.take("url", "www." + re.sub(rf"{_POINT}", ".", match["rest"]), *match.span())


def _normal_url(written: str) -> str:
    """Lower case up to the path, which may tell letters apart."""
    head, mark, tail = re.sub(r"\s", "", written).partition("://")
    if not mark:
        head, tail = "", head
    host = re.match(r"[^/?#]*", tail)
    length = host.end() if host else 0
    return head.lower() + mark + tail[:length].lower() + tail[length:]
