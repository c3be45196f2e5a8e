"""Is what the bot did what the case wants?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from recado.channels.models import OutgoingMessage
from recado.flows.engine.folding import fold
from recado.flows.engine.values import Value, as_text, store_value
from recado.flows.testing.models import (
    Asked,
    Check,
    Ends,
    Expects,
    ExpectsMore,
    ExpectsNothing,
    HandsOver,
    Holds,
    Tagged,
    Wanted,
)
from recado.flows.testing.wording import message_in_words, messages_in_words, text_of, wanted_in_words
from recado.flows.testing.world import World, address_fits, choices_of


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a step failed: a code, a sentence, and what was wanted and found, each on its own."""

    code: str
    sentence: str
    expected: str = ""
    got: str = ""


@dataclass(slots=True)
class Stretch:
    """The messages between two acts: how many were expected so far, and whether the rest matters."""

    taken: int = 0
    checked: bool = False
    rest_matters: bool = True

    def left(self, world: World) -> list[OutgoingMessage]:
        """What no step expected."""
        return world.said[self.taken :]

    def too_much(self, world: World) -> Failure | None:
        """The failure of a stretch that is over with messages that nobody expected, although others were."""
        more = self.left(world)
        if not more or not self.checked or not self.rest_matters:
            return None
        got = messages_in_words(more)
        sentence = f"o robô disse mais do que o esperado: {got}. Se isso não importa aqui, termine com “expect_more”."
        return Failure("said_too_much", sentence, "mais nada", got)


def check(world: World, stretch: Stretch, wanted: Check) -> Failure | None:
    """Hold what happened against one step."""
    return _CHECKS[type(wanted)](world, stretch, wanted)


def _expects(world: World, stretch: Stretch, wanted: Expects) -> Failure | None:
    stretch.checked = True
    for one in wanted.wanted:
        left = stretch.left(world)
        expected = wanted_in_words(one)
        if not left:
            return Failure(
                "said_nothing", f"esperava {expected}, mas o robô {_silence(world, stretch)}.", expected, "nada"
            )
        if not fits(one, left[0]):
            got = message_in_words(left[0])
            later = next((message for message in left[1:] if fits(one, message)), None)
            hint = " (a esperada só vem depois)" if later else ""
            return Failure("said_otherwise", f"esperava {expected}, mas o robô disse {got}{hint}.", expected, got)
        stretch.taken += 1
    return None


def _silence(world: World, stretch: Stretch) -> str:
    if world.handed is not None:
        return "já passou a conversa para uma pessoa"
    if stretch.taken:
        return "não disse mais nada"
    if world.session is None:
        return "ainda não disse nada: falta alguém escrever"
    return "não disse nada"


def fits(wanted: Wanted, message: OutgoingMessage) -> bool:
    """Is the message what is wanted?"""
    text = text_of(message)
    if wanted.text is not None and _plain(text) != _plain(wanted.text):
        return False
    if any(_plain(part) not in _plain(text) for part in wanted.contains) or any(
        _plain(part) in _plain(text) for part in wanted.lacks
    ):
        return False
    if wanted.pattern is not None and not wanted.pattern.found_in(text):
        return False
    if wanted.any_of and not any(fits(one, message) for one in wanted.any_of):
        return False
    return _form_fits(wanted, message)


def _form_fits(wanted: Wanted, message: OutgoingMessage) -> bool:
    if wanted.choices is not None and tuple(map(str.strip, wanted.choices)) != choices_of(message):
        return False
    if wanted.media and (message.media is None or message.media.type != wanted.media):
        return False
    return not wanted.template or (message.template is not None and message.template.name == wanted.template)


def _plain(text: str) -> str:
    """The text without what nobody sees: blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _nothing(world: World, stretch: Stretch, wanted: ExpectsNothing) -> Failure | None:
    stretch.checked = True
    left = stretch.left(world)
    if not left:
        return None
    got = messages_in_words(left)
    return Failure("said_something", f"o robô devia ficar calado, mas disse {got}.", "nada", got)


def _more(world: World, stretch: Stretch, wanted: ExpectsMore) -> Failure | None:
    stretch.rest_matters = False
    return None


def _holds(world: World, stretch: Stretch, wanted: Holds) -> Failure | None:
    known = _variables(world) if wanted.of == "variables" else _contact(world)
    what = "a variável" if wanted.of == "variables" else "o campo do contato"
    for name, value in wanted.values.items():
        found = known.get(name)
        if not _same(found, value):
            expected, got = _shown(value), _shown(found)
            sentence = f"esperava {expected} para {what} “{name}”, mas ali está {got}."
            return Failure("holds_otherwise", sentence, f"{name}: {expected}", f"{name}: {got}")
    return None


def _variables(world: World) -> Mapping[str, Value]:
    return world.session.variables if world.session else {}


def _contact(world: World) -> Mapping[str, Value]:
    person = world.contact
    return {**person.custom, "name": person.name, "email": person.email, "phone": person.phone}


def _same(found: Value, wanted: Value) -> bool:
    """Equal as values, or as a person reads them: 12,5 is R$ 12,50 only if the case says so in words."""
    if store_value(found) == wanted and isinstance(found, bool) == isinstance(wanted, bool):
        return True
    if wanted is None or found is None:
        return found in (None, "") and wanted in (None, "")
    return not isinstance(wanted, bool) and as_text(found) == as_text(wanted)


def _shown(value: Value) -> str:
    return "vazio" if value in (None, "", [], {}) else f"“{as_text(value)}”"


def _tagged(world: World, stretch: Stretch, wanted: Tagged) -> Failure | None:
    missing = [tag for tag in wanted.tags if fold(tag) not in map(fold, world.tags)]
    if not missing:
        return None
    got = ", ".join(sorted(world.tags)) or "nenhuma"
    return Failure("not_tagged", f"esperava a etiqueta “{missing[0]}”; o contato tem: {got}.", missing[0], got)


def _hands_over(world: World, stretch: Stretch, wanted: HandsOver) -> Failure | None:
    handed = world.handed
    if not wanted.expected:
        if handed is None:
            return None
        sentence = f"o robô não devia chamar uma pessoa, mas chamou (motivo: {handed.reason})."
        return Failure("handed_over", sentence, "sem transbordo", handed.reason)
    if handed is None:
        expected = wanted.wanted.get("reason", "transbordo")
        return Failure(
            "not_handed_over", "o robô devia chamar uma pessoa, mas segue na conversa.", expected, "sem transbordo"
        )
    found = {"reason": handed.reason, "team": handed.team, "priority": handed.priority.value, "summary": handed.summary}
    for key, expected in wanted.wanted.items():
        is_there = fold(expected) in fold(found[key]) if key == "summary" else fold(expected) == fold(found[key])
        if not is_there:
            sentence = f"no transbordo, {_HANDOFF[key]} devia ser “{expected}”, mas é “{found[key]}”."
            return Failure("handed_otherwise", sentence, expected, found[key])
    return None


_HANDOFF = {"reason": "o motivo", "team": "a equipe", "priority": "a prioridade", "summary": "parte do resumo"}


def _ends(world: World, stretch: Stretch, wanted: Ends) -> Failure | None:
    is_over = world.session is not None and world.session.is_over()
    if wanted.archived is not None and wanted.archived != world.archived:
        expected, got = ("conversa arquivada", "conversa aberta")[:: 1 if wanted.archived else -1]
        return Failure("not_archived", f"esperava a {expected}, mas é uma {got}.", expected, got)
    if wanted.archived is None and wanted.expected != is_over:
        got = "o fluxo terminou" if is_over else _where(world)
        expected = "o fluxo terminar" if wanted.expected else "o fluxo continuar"
        return Failure("not_over", f"esperava {expected}, mas {got}.", expected, got)
    return None


def _where(world: World) -> str:
    return f"ele espera em “{world.session.node}”" if world.session else "ele ainda não começou"


def _asked(world: World, stretch: Stretch, wanted: Asked) -> Failure | None:
    if not world.requests:
        return Failure(
            "not_asked", "o fluxo devia chamar um endereço, mas não chamou nenhum.", str(dict(wanted.wanted)), "nada"
        )
    last = world.requests[-1]
    found = {"node": last.node, **{key: str(last.request.get(key) or "") for key in ("method", "url", "body")}}
    for key, expected in wanted.wanted.items():
        if not _request_fits(key, expected, found[key]):
            sentence = f"na última chamada, “{key}” devia ser “{expected}”, mas é “{found[key]}”."
            return Failure("asked_otherwise", sentence, expected, found[key])
    return None


def _request_fits(key: str, expected: str, found: str) -> bool:
    if key == "url":
        return address_fits(expected, found)
    return expected in found if key == "body" else expected.casefold() == found.casefold()


_CHECKS: Mapping[type, Callable[..., Failure | None]] = {
    Expects: _expects,
    ExpectsNothing: _nothing,
    ExpectsMore: _more,
    Holds: _holds,
    Tagged: _tagged,
    HandsOver: _hands_over,
    Ends: _ends,
    Asked: _asked,
}
