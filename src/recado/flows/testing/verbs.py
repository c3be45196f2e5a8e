"""What does one step of a script mean?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from recado.flows.engine.patterns import Pattern, PatternInvalid, compile_pattern
from recado.flows.engine.values import Value, clean
from recado.flows.testing.models import (
    After,
    Asked,
    At,
    Begins,
    Ends,
    Expects,
    ExpectsMore,
    ExpectsNothing,
    HandedBack,
    HandsOver,
    Holds,
    Meaning,
    Replies,
    Reply,
    Says,
    Sends,
    Step,
    Tagged,
    Taps,
    Wanted,
)
from recado.flows.testing.part import Misread, Part
from recado.flows.testing.times import Span, TimeUnreadable, read_moment, read_span

_MEDIA = ("image", "video", "audio", "document", "sticker", "location", "contacts")
_MIME = {
    "image": "image/jpeg", "video": "video/mp4", "audio": "audio/ogg", "document": "application/pdf",
    "sticker": "image/webp",
}  # fmt: skip
_PLACE = ("latitude", "longitude", "name", "address")
_SENT = ("type", "text", "caption", "id", "mime_type", "filename", *_PLACE)
_WANTED = ("text", "exact", "contains", "lacks", "pattern", "any_of", "any", "choices", "media", "template")
_REPLY = ("node", "url", "method", "status", "headers", "body", "ms", "error", "detail", "delay")
_FAILURES = (
    "timeout", "connection", "refused_address", "too_large", "too_slow", "bad_response", "bad_address", "secret_elsewhere",
)  # fmt: skip
_OK = range(200, 300)


def read_step(part: Part) -> Iterator[Step]:
    """The steps of one item: a verb with its value, a verb alone, or several in the order they are written."""
    if isinstance(part.value, str) and part.value in ALONE:
        yield Step(part.value, True, VERBS[part.value](_true(part)), part.line)
        return
    if not isinstance(part.value, Mapping) or not part.value:
        raise part.wrong("not_a_step", f"um passo é “verbo: valor”, com um destes verbos: {', '.join(VERBS)}")
    for verb, value in part.pairs():
        if verb not in VERBS:
            raise value.wrong("unknown_verb", f"não conheço o passo “{verb}”; conheço: {', '.join(VERBS)}")
        yield Step(verb, value.value, VERBS[verb](value), value.line)


def _true(part: Part) -> Part:
    return Part(part.document, part.path, True)


def _sends(part: Part) -> Meaning:
    if not isinstance(part.value, Mapping):
        return _sent(part, part.text(), {})
    (key, value), *more = part.value.items() or [("", None)]
    if key in _MEDIA and not more:
        return _sent(part, key, {"caption": clean(value)})
    part.known(_SENT, "“sends”")
    return _sent(part, part.into("type").text(), {key: clean(one.value) for key, one in part.pairs() if key != "type"})


def _sent(part: Part, kind: str, given: dict[str, Value]) -> Sends:
    kind = kind.strip().lower()
    if kind not in _MEDIA:
        raise part.wrong("unknown_media", f"“{kind}” não é um tipo de mídia; conheço: {', '.join(_MEDIA)}")
    text = str(given.pop("caption", None) or given.pop("text", None) or "")
    if kind == "location":
        place = {"latitude": -23.561414, "longitude": -46.655881, **{key: given[key] for key in _PLACE if key in given}}
        return Sends(kind, text, location=place)
    if kind == "contacts":
        return Sends(kind, text)
    return Sends(kind, text, media={"id": "midia-1", "mime_type": _MIME[kind], **given})


def _span(part: Part) -> Span:
    try:
        return read_span(part.text())
    except TimeUnreadable as fault:
        raise part.wrong(
            "bad_time", f"“{part.text()}” não é uma duração; escreva 30s, 45min, 26h, 2 dias, 1 mês"
        ) from fault


def _at(part: Part) -> Meaning:
    try:
        return At(read_moment(part.text()))
    except TimeUnreadable as fault:
        sentence = f"“{part.text()}” não é um horário; escreva 21:30, amanhã 9h, segunda 08:00, 25/12 9h"
        raise part.wrong("bad_time", sentence) from fault


def _expect(part: Part) -> Meaning:
    if isinstance(part.value, list):
        return Expects(tuple(_wanted(item) for item in part.items(100)))
    return Expects((_wanted(part),))


def _wanted(part: Part) -> Wanted:
    if not isinstance(part.value, Mapping):
        return Wanted(text=part.text())
    part.known(_WANTED, "“expect”")
    if not part.value:
        raise part.wrong("nothing_wanted", "“expect” não diz o que esperar")
    return Wanted(
        text=next((part.into(key).text() for key in ("text", "exact") if part.has(key)), None),
        contains=part.into("contains").texts() if part.has("contains") else (),
        lacks=part.into("lacks").texts() if part.has("lacks") else (),
        pattern=_pattern(part.into("pattern")) if part.has("pattern") else None,
        any_of=next((tuple(map(_wanted, part.into(key).items(50))) for key in ("any_of", "any") if part.has(key)), ()),
        choices=part.into("choices").texts() if part.has("choices") else None,
        media=part.into("media").text() if part.has("media") else "",
        template=part.into("template").text() if part.has("template") else "",
    )


def _pattern(part: Part) -> Pattern:
    try:
        return compile_pattern(part.text())
    except PatternInvalid as fault:
        raise part.wrong("bad_pattern", f"a expressão regular não serve: {fault}") from fault


def _nothing(part: Part) -> Meaning:
    if not part.truth():
        raise part.wrong("not_a_truth", "“expect_nothing” só faz sentido com true")
    return ExpectsNothing()


def _hands_over(part: Part) -> Meaning:
    if isinstance(part.value, Mapping):
        part.known(("reason", "team", "priority", "summary"), "“handoff”")
        return HandsOver(True, {key: one.text() for key, one in part.pairs()})
    try:
        return HandsOver(part.truth(), {})
    except Misread:
        return HandsOver(True, {"reason": part.text()})


def _asked(part: Part) -> Meaning:
    if not isinstance(part.value, Mapping):
        return Asked({"url": part.text()})
    part.known(("node", "method", "url", "body"), "“asked”")
    return Asked({key: one.text() for key, one in part.pairs()})


def read_replies(part: Part) -> tuple[Reply, ...]:
    """What the outside answers: one reply or a list."""
    if isinstance(part.value, list):
        return tuple(_reply(item) for item in part.items(200))
    return (_reply(part),)


def _reply(part: Part) -> Reply:
    """One reply: a mapping, or in short its status (`404`) or its failure (`timeout`)."""
    if not isinstance(part.value, Mapping | list) and part.value is not None:
        short: dict[str, Any] = {"status" if isinstance(part.value, int) else "error": part.value}
        part = Part(part.document, part.path, short)
    part.known(_REPLY, "“http”")
    to: dict[str, Any] = {key: part.into(key).text() for key in ("node", "url", "method") if part.has(key)}
    if part.has("delay"):
        to["delay"] = _span(part.into("delay"))
    if part.has("error"):
        code = part.into("error").text()
        if code not in _FAILURES:
            raise part.into("error").wrong(
                "unknown_error", f"“{code}” não é uma falha; conheço: {', '.join(_FAILURES)}"
            )
        detail = part.into("detail").text() if part.has("detail") else ""
        return Reply(False, {"error": code, "detail": detail}, **to)
    status, ms = part.value.get("status", 200), part.value.get("ms", 0)
    if isinstance(status, bool) or not isinstance(status, int) or isinstance(ms, bool) or not isinstance(ms, int):
        raise part.wrong("bad_status", "“status” e “ms” são números inteiros")
    headers = {key.lower(): one.text() for key, one in part.into("headers").pairs()} if part.has("headers") else {}
    value: dict[str, Value] = {
        "status": status,
        "headers": {**headers},
        "body": clean(part.value.get("body")),
        "ms": ms,
    }
    return Reply(status in _OK, value, **to)


VERBS: Mapping[str, Callable[[Part], Meaning]] = {
    "says": lambda part: Says(part.text()),
    "taps": lambda part: Taps(part.text()),
    "sends": _sends,
    "begins": lambda part: Begins(),
    "handed_back": lambda part: HandedBack(),
    "after": lambda part: After(_span(part)),
    "at": _at,
    "http": lambda part: Replies(read_replies(part)),
    "expect": _expect,
    "expect_nothing": _nothing,
    "expect_more": lambda part: ExpectsMore(),
    "variables": lambda part: Holds("variables", part.values()),
    "contact": lambda part: Holds("contact", part.values()),
    "tags": lambda part: Tagged(part.texts()),
    "handoff": _hands_over,
    "ends": lambda part: Ends(part.truth()),
    "archives": lambda part: Ends(True, part.truth()),
    "asked": _asked,
}
ALONE = frozenset({"begins", "handed_back", "expect_nothing", "expect_more", "handoff", "ends", "archives"})
"""Verbs that need no value."""
