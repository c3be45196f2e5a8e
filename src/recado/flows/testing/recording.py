"""Which case does a conversation make that somebody just had with a flow?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from recado.channels.models import OutgoingMessage
from recado.flows.engine.definition import FlowSet
from recado.flows.engine.limits import WHATSAPP, ChannelLimits
from recado.flows.testing.checking import Stretch
from recado.flows.testing.models import ACTS, Case, Person, Replies, Step, Taps
from recado.flows.testing.part import Part
from recado.flows.testing.playing import Stage, take, tapped
from recado.flows.testing.times import span_in_words
from recado.flows.testing.verbs import read_step
from recado.flows.testing.wording import text_of
from recado.flows.testing.world import World, choices_of
from recado.flows.text.yaml_reading import Document

_PAUSE = timedelta(minutes=1)
"""What somebody needs to read and type; only longer gaps are time that passes."""


def record(flows: FlowSet, case: Case, *, zone: str = "", channel: ChannelLimits = WHATSAPP) -> Case:
    """The same case with everything the bot answers as what is expected: the acts are played on the engine, so what is
    recorded passes. Expectations that it already has are taken off."""
    return _record(Stage(flows, zone, channel), case, is_named=False)


def _record(stage: Stage, case: Case, *, is_named: bool) -> Case:
    """With `is_named`, replies that fit anything are given to the node that got them: there is one for each request."""
    world = stage.world(case)
    script: list[Step] = []
    for step in case.script:
        if not isinstance(step.meaning, (*ACTS, Replies)):
            continue
        was_handed, was_over, was_asked = world.handed, _is_over(world), len(world.requests)
        world.said = []
        named = _named(world, step)
        if take(world, Stretch(), step) is not None:
            break  # what cannot be done is not recorded, nor what would come after it
        script.append(named)
        if is_named:
            _name_replies(script, [request.node for request in world.requests[was_asked:]])
        if isinstance(step.meaning, ACTS):
            script.extend(_outcome(world, handed=world.handed is not was_handed, over=_is_over(world) and not was_over))
    return replace(case, script=tuple(script))


def record_exchanges(
    flows: FlowSet,
    exchanges: Iterable[Mapping[str, Any]],
    *,
    name: str,
    contact: Person | None = None,
    zone: str = "",
    channel: ChannelLimits = WHATSAPP,
) -> Case:
    """The case of a conversation from the simulator: its inputs in their order, each
    `{"kind": "message"|"start"|"timer"|"answer", "text", "choice_id", "media_type", "ok", "value", "moment"}`.

    Moments are ISO texts, and optional; a gap of more than a minute becomes time that passes.
    """
    heard = list(exchanges)
    steps = tuple(_steps(heard))
    begun = next((moment for one in heard if (moment := _moment(one)) is not None), None)
    stage = Stage(flows, zone, channel)
    case = Case(name, steps, contact=contact or Person())
    if begun is not None:
        local = begun.astimezone(stage.world(case).now.tzinfo).replace(tzinfo=None, second=0, microsecond=0)
        case = replace(case, starts_at=local, head={"starts_at": f"{local:%Y-%m-%d %H:%M}"})
    return _record(stage, case, is_named=True)


def _steps(heard: Sequence[Mapping[str, Any]]) -> Iterator[Step]:
    """The acts, with the answers of the outside before the act that asked for them."""
    before: datetime | None = None
    waiting: list[Mapping[str, Any]] = []
    for at, one in enumerate(heard):
        moment = _moment(one)
        if one.get("kind") == "answer":
            continue
        gap = moment - before if moment and before else timedelta(0)
        before = moment or before
        following = heard[at + 1 :]
        waiting = [answer for answer in _until_act(following)]
        yield from (_step("http", _reply(answer)) for answer in waiting)
        if gap >= _PAUSE or (one.get("kind") == "timer" and gap > timedelta(0)):
            yield _step("after", span_in_words(gap))
        act = _act(one)
        if act is not None:
            yield _step(*act)


def _until_act(heard: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for one in heard:
        if one.get("kind") != "answer":
            return
        yield one


def _act(one: Mapping[str, Any]) -> tuple[str, Any] | None:
    match one.get("kind"):
        case "start":
            return "begins", True
        case "message" if one.get("choice_id"):
            return "taps", str(one["choice_id"])
        case "message" if one.get("media_type") not in (None, "", "text"):
            text = str(one.get("text") or "")
            kind = str(one["media_type"])
            return "sends", {"type": kind, "text": text} if text else kind
        case "message":
            return "says", str(one.get("text") or "")
        case _:
            return None  # a timer fires because time passes


def _reply(answer: Mapping[str, Any]) -> dict[str, Any]:
    value = answer.get("value")
    told = value if isinstance(value, Mapping) else {}
    if "error" in told:
        return {"error": str(told["error"])}
    kept = {key: told[key] for key in ("status", "body") if key in told}
    return {"status": 200 if answer.get("ok", True) else 500, **kept}


def _step(verb: str, value: Any) -> Step:
    """A step of these; the same reader as for texts says what it means."""
    document = Document({verb: value}, {}, {})
    return replace(next(read_step(Part(document, (), document.value))), line=0)


def _named(world: World, step: Step) -> Step:
    """A tap by the words on the button: that is what a person reads in the script."""
    if not isinstance(step.meaning, Taps):
        return step
    found = tapped(world, step.meaning.choice)
    alike = [id_ for id_, title in world.offered if found and title == found[1]]
    return _step("taps", found[1]) if found and alike[0] == found[0] else step


def _name_replies(script: list[Step], nodes: list[str]) -> None:
    """Write which nodes got the replies: that is what a person wants to read. They are used up in their order."""
    nameless = [at for at, step in enumerate(script) if _is_nameless(step)]
    for at, node in zip(nameless, nodes, strict=False):
        script[at] = _step("http", {"node": node, **script[at].value})


def _is_nameless(step: Step) -> bool:
    return step.verb == "http" and isinstance(step.value, Mapping) and not {"node", "url"} & set(step.value)


def _outcome(world: World, *, handed: bool, over: bool) -> Iterator[Step]:
    for message in world.said:
        yield _step("expect", _wanted(message))
    if not world.said and not handed and not over:
        yield _step("expect_nothing", True)
    if handed and world.handed is not None:
        team = {"team": world.handed.team} if world.handed.team else {}
        yield _step("handoff", {"reason": world.handed.reason, **team})
    elif over:
        yield _step("archives" if world.archived else "ends", True)


def _wanted(message: OutgoingMessage) -> Any:
    """What to expect of a message, in its shortest form."""
    form: dict[str, Any] = {}
    if message.media is not None:
        form["media"] = message.media.type
    if message.template is not None:
        form["template"] = message.template.name
    choices = choices_of(message)
    if choices:
        form["choices"] = list(choices)
    text = text_of(message)
    if not form:
        return text
    return {**({"text": text} if text else {}), **form}


def _is_over(world: World) -> bool:
    return world.session is not None and world.session.is_over()


def _moment(one: Mapping[str, Any]) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(one["moment"]))
    except (KeyError, ValueError):
        return None
    return found if found.tzinfo else None
