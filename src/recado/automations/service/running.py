"""How does an automation act, once, when its moment has come?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from recado.automations import events
from recado.automations.models import Automation, Heard, Hours, Outcome, Run, RunState, SeenGroup, Situation
from recado.automations.rules import conditions
from recado.automations.rules.deciding import Act, Decision, Postpone, Skip, decide
from recado.automations.service import acting, looking
from recado.automations.store import automations as store
from recado.automations.store import runs
from recado.conversations.service.ports import Ports
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.failpoints import failpoint

MOST_ATTEMPTS: Final = 3
_WAITS: Final = (timedelta(seconds=5), timedelta(minutes=1))


async def settle(tx: Transaction, run: Run, ports: Ports) -> None:
    """Let a locked run act, wait, or say why not, all in this transaction.

    What an action writes and that it was done are committed together: a crash undoes both, and nothing is done twice.
    """
    # One run of an automation at a time: what it has done in the hour is counted exactly.
    automation = await store.lock(tx, run.automation)
    if automation is not None:
        await _settle(tx, automation, run, ports)
    failpoint("automations.before_commit")


async def note_failure(tx: Transaction, run: Run, error: str, now: datetime) -> None:
    """Count an attempt that raised; after three the run is over, and its log says so."""
    if run.attempts + 1 < MOST_ATTEMPTS:
        await runs.count_attempt(tx, run.id, now + _WAITS[run.attempts])
        return
    await runs.count_attempt(tx, run.id, now)
    await runs.finish(
        tx, run.id, RunState.FAILED, f"error:{error}"[:200], trace=None, outcomes=(), situation=None, now=now
    )  # fmt: skip
    await _tell(tx, run)


async def weigh(
    tx: Transaction, automation: Automation, heard: Heard, ports: Ports, *, due_at: datetime
) -> tuple[Decision, SeenGroup, Situation]:
    """Look at what a fact is about and decide; nothing is done."""
    rule, now = automation.rule, ports.clock()
    situation = await looking.look(tx, heard, conditions.fields_of(rule.conditions), ports)
    seen = conditions.look(rule.conditions, situation)
    opening = None if rule.hours is Hours.ALWAYS else await looking.opening(tx, now)
    pause = timedelta(minutes=rule.again_after_minutes)
    past = await runs.past(tx, situation.subject, automation.id, hour=now - timedelta(hours=1), since=now - pause)
    return decide(automation, seen, opening, past, due_at=due_at, now=now), seen, situation


async def _settle(tx: Transaction, automation: Automation, run: Run, ports: Ports) -> None:
    decision, seen, situation = await weigh(tx, automation, run.heard, ports, due_at=run.due_at)
    now = ports.clock()
    match decision:
        case Postpone(until=until):
            await runs.postpone(tx, run.id, until)
        case Skip(reason=reason):
            await runs.finish(
                tx, run.id, RunState.SKIPPED, reason, trace=seen, outcomes=(), situation=situation, now=now
            )  # fmt: skip
        case Act():
            outcomes = await acting.perform(tx, automation, run.id, run.heard, situation, ports)
            state, reason = verdict(outcomes)
            await runs.finish(tx, run.id, state, reason, trace=seen, outcomes=outcomes, situation=situation, now=now)
            await _tell(tx, run)


def verdict(outcomes: tuple[Outcome, ...]) -> tuple[RunState, str]:
    """Say what actions came to: it ran where anything was done, and some may have been refused."""
    refused = [one for one in outcomes if one.state == "refused"]
    if refused and len(refused) == len(outcomes):
        return RunState.FAILED, "all_refused"
    return RunState.RAN, "some_refused" if refused else ""


async def _tell(tx: Transaction, run: Run) -> None:
    await facts.publish(tx, [Fact(events.RAN, run.heard.conversation, {"automation_id": str(run.automation)})])
