"""How does a conversation go on when something arrives?

`advance` is a total, pure function: for every definition that was read, every session and every input it returns a
turn, within the ceilings of `limits`, and it reads no clock, file, network or chance.
"""

from __future__ import annotations

from dataclasses import replace

from recado.flows.engine.definition import FlowSet
from recado.flows.engine.inputs import Answer, Input, Message, Start, Timer
from recado.flows.engine.node_type import ERROR, NEXT, Node, Step
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.run import Run
from recado.flows.engine.session import Session, State
from recado.flows.engine.turn import ExitTaken, Turn
from recado.flows.engine.values import clean_text


def advance(flows: FlowSet, session: Session | None, arrived: Input) -> Turn:
    """Carry the session as far as this input takes it.

    Without a session, or with one that is over or expired, a message or a start begins a new one at the bot's entry
    flow. A timer or an answer that nobody waits for changes nothing and is a problem of the turn.
    """
    arrived = _cleaned(arrived)
    if isinstance(arrived.what, Timer | Answer):
        # However late it is: a session waits for its timer and its answer until they come.
        if session is None or session.is_over() or arrived.what.key != session.waiting_for:
            return _stale(session or _fresh(flows, arrived, state=State.ENDED))
        return _resume(flows, session, arrived)
    if session is None or session.is_over() or session.is_expired(arrived.moment) or isinstance(arrived.what, Start):
        return _begin(flows, arrived)
    return _resume(flows, session, arrived)


def _begin(flows: FlowSet, arrived: Input) -> Turn:
    run = Run(flows, _fresh(flows, arrived, state=State.WAITING), arrived, began=True)
    if run.flow is None:
        run.fail(error(Code.FLOW_MISSING, flow=flows.entry))
        return run.turn()
    run.change(arrived.trigger.variables)
    run.declare(run.flow)
    _walk(run, None)
    return run.turn()


def _resume(flows: FlowSet, session: Session, arrived: Input) -> Turn:
    run = Run(flows, session, arrived, began=False)
    if run.flow is None:
        run.fail(error(Code.FLOW_MISSING, flow=session.flow, version=session.version))
        return run.turn()
    expiry = flows.expiry_after(arrived.moment)
    if isinstance(arrived.what, Message):
        run.last_input_at, run.expires_at, run.alone = arrived.moment, expiry, 0
    else:
        # What is said after a wait deserves an answer as much as what is said after a message.
        run.expires_at, run.alone = max(session.expires_at, expiry), session.alone + 1
    if run.alone > run.limits.alone:
        run.fail(error(Code.TOO_LONG_ALONE, limit=run.limits.alone))
        return run.turn()
    _walk(run, arrived)
    return run.turn()


def _walk(run: Run, arrived: Input | None) -> None:
    """Execute node after node until one waits, the flow is over, or a ceiling is reached."""
    types, path = run.flows.types, run.path
    for _ in range(run.limits.iterations):
        flow = run.flow
        node = flow.nodes.get(run.node) if flow is not None else None
        if flow is None or node is None:
            run.fail(error(Code.NODE_MISSING))
            return
        path.append(f"{flow.id}/{node.id}")
        noted = len(run.problems)
        try:
            step = types[node.type].run(node, run, arrived)
        except Exception as fault:
            # The person at the other end must not suffer for a bug of ours, nor may it stop the conversations beside.
            run.problems.append(error(Code.NODE_FAILED, node=node.id, fault=type(fault).__name__))
            step = Step(leave_by=ERROR)
        if step.problems or len(run.problems) > noted:
            run.problems[noted:] = [problem.at(node.id) for problem in (*run.problems[noted:], *step.problems)]
        _take(run, node, step)
        if run.state is not None:
            return
        arrived = None
    run.fail(error(Code.TOO_MANY_STEPS, limit=run.limits.iterations))


def _take(run: Run, node: Node, step: Step) -> None:
    """Accept what the node did, then wait, enter, end or leave."""
    if step.changes:
        run.change(step.changes)
    if run.state is None and step.effects:
        run.take(step.effects)
    if run.state is not None:
        return
    run.attempts = step.attempts
    if step.ask is not None:
        run.ask = step.ask
    if step.ends is not None:
        run.state = step.ends
    elif step.wait or step.ask is not None:
        run.state, run.waits_for = State.WAITING, step.ask.key if step.ask else step.waiting_for
    elif step.call:
        refused = run.call(step.call, step.parameters, step.results)
        if refused is not None:
            _leave_by_error(run, node, refused)
    elif step.returns:
        _return(run)
    else:
        _leave(run, node, step.leave_by or NEXT)


def _leave(run: Run, node: Node, exit: str) -> None:
    """Follow the exit. One that leads nowhere ends the flow."""
    target = node.exits.get(exit)
    if target is not None and run.flow is not None:
        run.exits.append(ExitTaken(run.flow.id, node.id, exit))
        run.node = target
    elif exit == ERROR:
        _leave_by_error(run, node, error(Code.MISSING_EXIT, node=node.id, exit=exit), told=True)
    else:
        _return(run)


def _leave_by_error(run: Run, node: Node, problem: Problem, *, told: bool = False) -> None:
    """Take the error exit of the node, else of the nearest call above it; without any the session fails.

    `told` says that the node told its own problem, and this one is only about the missing way on.
    """
    catching = node if ERROR in node.exits else run.caller_that_catches()
    if catching is None:
        run.fail(problem)
        return
    if not told:
        run.problems.append(problem)
    _leave(run, catching, ERROR)


def _return(run: Run) -> None:
    """Go on behind the node that called this flow; without one the session is over."""
    if not run.stack:
        run.state = State.ENDED
        return
    caller = run.give_back()
    if caller is not None and run.state is None:
        _leave(run, caller, NEXT)


def _fresh(flows: FlowSet, arrived: Input, *, state: State) -> Session:
    entry = flows.newest(flows.entry)
    return Session(
        bot=flows.bot,
        flow=flows.entry,
        version=entry.version if entry else 0,
        node=entry.entry if entry else "",
        state=state,
        started_at=arrived.moment,
        last_input_at=arrived.moment,
        expires_at=flows.expiry_after(arrived.moment),
    )


def _stale(session: Session) -> Turn:
    return Turn(session, (), None, (warning(Code.STALE_INPUT),), (), (), (), began=False)


def _cleaned(arrived: Input) -> Input:
    """The input without characters that no database keeps."""
    what = arrived.what
    if not isinstance(what, Message):
        return arrived
    text, choice = clean_text(what.text), clean_text(what.choice_id)
    if text == what.text and choice == what.choice_id:
        return arrived
    return replace(arrived, what=replace(what, text=text, choice_id=choice))
