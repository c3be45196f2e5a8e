"""How does a case go, step by step, and at which one does it fail?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from recado.flows.engine.definition import FlowSet
from recado.flows.engine.folding import fold
from recado.flows.engine.inputs import Input, Message
from recado.flows.engine.limits import WHATSAPP, ChannelLimits
from recado.flows.engine.node_type import Node, NodeManifest, NodeType, View
from recado.flows.engine.node_type import Step as NodeStep
from recado.flows.engine.problems import Severity
from recado.flows.engine.session import State
from recado.flows.testing.checking import Failure, Stretch, check
from recado.flows.testing.coverage import Walked
from recado.flows.testing.models import ACTS, After, At, Begins, Case, HandedBack, Replies, Says, Sends, Step, Taps
from recado.flows.testing.times import TimeUnreadable
from recado.flows.testing.wording import problem_in_words
from recado.flows.testing.world import Allowance, NoReply, NoTurnsLeft, RunsInCircles, World

OUT_OF_TURNS = "out_of_turns"


@dataclass(frozen=True, slots=True)
class Failed:
    """The first thing that went wrong, at which step (from 0)."""

    step: int
    failure: Failure


@dataclass(frozen=True, slots=True)
class Stage:
    """What all cases of a run share: the flows, the organization's zone, the channel."""

    flows: FlowSet
    zone: str = ""
    channel: ChannelLimits = WHATSAPP
    allowance: Allowance | None = None

    def world(self, case: Case, walked: Walked | None = None) -> World:
        """A fresh world for a case."""
        flows = self.flows
        if case.arms:
            flows = replace(flows, types={key: _Drawn(kind, case.arms) for key, kind in flows.types.items()})
        return World(flows, case, zone=self.zone, channel=self.channel, walked=walked, allowance=self.allowance)


class _Drawn:
    """A kind of node whose draw is decided by the case; everything else is as it is."""

    def __init__(self, kind: NodeType, arms: Mapping[str, str]) -> None:
        self._kind, self._arms = kind, arms

    @property
    def manifest(self) -> NodeManifest:
        return self._kind.manifest

    def run(self, node: Node, session: View, arrived: Input | None) -> NodeStep:
        arm = self._arms.get(node.id)
        return self._kind.run(node, session, arrived) if arm is None else NodeStep(leave_by=arm)


class StepFailed(Exception):
    """An act could not be done."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.sentence)
        self.failure = failure


def play(world: World, script: Sequence[Step]) -> Failed | None:
    """Play the steps until one fails."""
    stretch, checked_at = Stretch(), 0
    for at, step in enumerate(script):
        if isinstance(step.meaning, ACTS):
            if (failure := stretch.too_much(world)) is not None:
                return Failed(checked_at, failure)
            stretch = Stretch()
            world.said = []
        failure = take(world, stretch, step)
        if failure is not None:
            return Failed(at, failure)
        if not isinstance(step.meaning, (*ACTS, Replies)):
            checked_at = at
    failure = stretch.too_much(world)
    return Failed(checked_at, failure) if failure else None


def take(world: World, stretch: Stretch, step: Step) -> Failure | None:
    """Take one step; the failure, if it fails."""
    meaning = step.meaning
    if not isinstance(meaning, (*ACTS, Replies)):
        return check(world, stretch, meaning)
    failed_before = _has_failed(world)
    try:
        _DOINGS[type(meaning)](world, meaning)
    except StepFailed as fault:
        return fault.failure
    except TimeUnreadable:
        now = f"{world.now:%d/%m/%Y %H:%M}"
        return Failure("past_moment", f"“{step.value}” não vem mais: agora é {now}.", str(step.value), now)
    except NoReply as fault:
        return _unanswered(fault)
    except NoTurnsLeft:
        return Failure(OUT_OF_TURNS, "estes casos dão voltas demais: a execução parou aqui.")
    except RunsInCircles:
        return Failure("runs_in_circles", "o fluxo anda em círculos sem que ninguém fale.", "", "")
    if not failed_before and _has_failed(world):
        worst = [problem for problem in world.problems if problem.severity is Severity.ERROR] or world.problems
        got = problem_in_words(worst[-1]) if worst else ""
        return Failure("flow_failed", f"o fluxo quebrou: {got}.", "", got)
    return None


def _has_failed(world: World) -> bool:
    return world.session is not None and world.session.state is State.FAILED


def _unanswered(fault: NoReply) -> Failure:
    url = str(fault.request.get("url", ""))
    asked = f"{fault.request.get('method', '')} {url}".strip()
    sentence = (
        f"“{fault.node}” chamou {asked}, e o caso não diz o que responder: acrescente “http” com node: {fault.node}."
    )
    return Failure("no_reply", sentence, "uma resposta em “http”", asked)


def _says(world: World, act: Says) -> None:
    world.hears(Message(text=act.text))


def _taps(world: World, act: Taps) -> None:
    found = tapped(world, act.choice)
    if found is None:
        titles = ", ".join(dict.fromkeys(title for _, title in world.offered)) or "nenhuma"
        sentence = f"não há opção “{act.choice}” para tocar; as que o robô ofereceu: {titles}."
        raise StepFailed(Failure("not_offered", sentence, act.choice, titles))
    world.hears(Message(text=found[1], type="interactive", choice_id=found[0]))


def tapped(world: World, choice: str) -> tuple[str, str] | None:
    """Id and title of what is tapped: by title, by id or the end of it, or by number; the newest offer first."""
    offered, wanted = world.offered, choice.strip()
    tests: tuple[Callable[[str, str], bool], ...] = (
        lambda id_, title: title == wanted,
        lambda id_, title: id_ == wanted,
        lambda id_, title: fold(title) == fold(wanted),
        lambda id_, title: id_.rpartition(":")[2] == wanted,
    )
    for test in tests:
        found = next(((id_, title) for id_, title in offered if test(id_, title)), None)
        if found is not None:
            return found
    return offered[int(wanted) - 1] if wanted.isdecimal() and 0 < int(wanted[:4]) <= len(offered) else None


def _sends(world: World, act: Sends) -> None:
    world.hears(Message(text=act.text, type=act.type, media=act.media, location=act.location))


_DOINGS: Mapping[type, Callable[..., None]] = {
    Says: _says,
    Taps: _taps,
    Sends: _sends,
    Begins: lambda world, act: world.begins(),
    HandedBack: lambda world, act: world.handed_back(),
    After: lambda world, act: world.passes_to(act.span.after(world.now)),
    At: lambda world, act: world.passes_to(act.moment.after(world.now)),
    # The newest are asked first; those of the case's head answer where they do not fit.
    Replies: lambda world, act: world.replies.__setitem__(slice(0, 0), list(act.replies)),
}
