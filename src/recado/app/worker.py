"""What does a worker process do: turns, sends, sweeping, jobs, and the small rounds of the house?"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Coroutine, Iterator
from typing import Any

import uvloop

from recado.app.bootstrap import Product, connect, owner_dsn, product
from recado.app.checks import LOOK_S, WATCH_LOOK_S, WATCH_S, Checks, paired
from recado.app.housekeeping import keep_house
from recado.app.logging import configure
from recado.app.loop_lag import watch_loop
from recado.app.loops import keep_doing
from recado.app.roles import role_dsn
from recado.app.way_out import way_out as open_way_out
from recado.automations.service.reaching import NOTIFY as AUTOMATION_LETTER
from recado.automations.tasks.notify import NotifyByMail
from recado.automations.tasks.rounds import AutomationRounds
from recado.channels.tasks import LOOK_S as TEMPLATES_S
from recado.channels.tasks import SyncTemplates, TemplateRounds
from recado.channels.templates.models import SYNC as SYNC_TEMPLATES
from recado.contacts.service.importing import RUN_IMPORT
from recado.contacts.tasks.run_import import RunImport
from recado.conversations.service.catching_up import CatchUp
from recado.conversations.service.handoffs import NOTIFY
from recado.conversations.service.saving import FETCH_MEDIA
from recado.conversations.service.sending import Sending
from recado.conversations.service.statuses import unpark_matched
from recado.conversations.service.verbs import TELL_READ
from recado.conversations.tasks.assign import TeamRules
from recado.conversations.tasks.fetch_media import FetchMedia
from recado.conversations.tasks.index_words import WordIndexer
from recado.conversations.tasks.late_handoffs import LOOK_S as LATE_S
from recado.conversations.tasks.late_handoffs import LateHandoffs
from recado.conversations.tasks.measure import ReportRounds
from recado.conversations.tasks.notify_handoff import NotifyHandoff
from recado.conversations.tasks.outgoing_media import OutgoingFiles
from recado.conversations.tasks.send import Delivery
from recado.conversations.tasks.take_in import TakeIn
from recado.conversations.tasks.tell_read import TellRead
from recado.conversations.tasks.train_understanding import TrainUnderstanding
from recado.conversations.tasks.understand_messages import UnderstandingRounds
from recado.conversations.understanding_models import TRAIN
from recado.flows.performers import ANSWER_ASK
from recado.flows.tasks.answer_asks import AT_ONCE as ASKS_AT_ONCE
from recado.flows.tasks.answer_asks import AnswerAsk
from recado.flows.tasks.fire_timers import TimerRounds
from recado.foundation import metric_totals
from recado.foundation.database import Database
from recado.foundation.egress.client import Egress
from recado.foundation.files import Files
from recado.foundation.jobs.runner import JobRunner
from recado.foundation.lanes.inbox import InboxWorker, Share
from recado.foundation.lanes.models import Input
from recado.foundation.lanes.outbox import OutboxWorker
from recado.foundation.lanes.sweep import Sweeper
from recado.foundation.mail import mailer_of
from recado.foundation.settings import Settings, read_settings
from recado.organizations.service.telling import DELIVER
from recado.organizations.tasks import seal_once
from recado.organizations.tasks.webhooks import AT_ONCE as WEBHOOKS_AT_ONCE
from recado.organizations.tasks.webhooks import DeliverWebhook, WebhookRounds

_POLL_S = 1.0
_WORDS_S = 0.5
_TIMERS_S = 0.5
_TEAMS_S = 0.5
_UNPARK_S = 5.0
_REPORTS_S = 20.0
_AUTOMATIONS_S = 0.3
_SEAL_S = 0.5
_DRAIN_S = 15.0
_NICE = 4
_log = logging.getLogger("recado.worker")


def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; what is under way is finished, at most 15 s."""
    # Where both want the processor, taking in goes first: a provider that waits for its answer sends everything again.
    os.nice(_NICE)
    uvloop.run(_work(settings))


async def _work(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signum in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signum, stop.set)
    async with product(settings, role="recado_worker", name="recado-worker") as built:
        database = await connect(built, "recado_worker", size=6, name="recado-worker")
        way_out = open_way_out(settings, clock=built.clock)
        try:
            await _run_everything(built, database, way_out, stop)
        finally:
            await way_out.close()
            await database.close()


async def _run_everything(built: Product, database: Database, way_out: Egress, stop: asyncio.Event) -> None:
    files = Files(built.settings.home / "media")
    inbox, outbox, sweeper = lanes(built, database, files)
    sync_templates = SyncTemplates(built.ports.adapters, built.key, built.clock)
    jobs = _jobs(built, database, way_out, files, sync_templates)
    words = WordIndexer(database)
    rules = TeamRules(database, built.ports)
    built.wakes.listen(rules.hear)
    timers = TimerRounds(database, built.clock)
    automations = AutomationRounds(database, built.ports)
    webhooks, reports = WebhookRounds(database, built.clock), ReportRounds(database, built.clock)
    understanding = UnderstandingRounds(database)
    for listener in (words.hear, webhooks.hear, reports.hear, automations.hear, understanding.hear):
        built.wakes.listen(listener)
    templates = TemplateRounds(database, sync_templates, built.wakes.number)
    late = LateHandoffs(database, built.ports)
    waits = built.wakes.waiter
    rounds = [
        keep_doing("inbox", inbox.run_once, stop=stop, wake=waits("inbox"), idle_s=_POLL_S),
        keep_doing("outbox", outbox.run_once, stop=stop, wake=waits("outbox"), idle_s=outbox.idle_s),
        keep_doing("sweep", sweeper.run_once, stop=stop, wake=None, idle_s=_POLL_S),
        keep_doing("timers", timers.run_once, stop=stop, wake=waits("timers"), idle_s=_TIMERS_S),
        keep_doing("teams", rules.run_once, stop=stop, wake=None, idle_s=_TEAMS_S),
        keep_doing("words", words.run_once, stop=stop, wake=None, idle_s=_WORDS_S),
        keep_doing("webhooks", webhooks.run_once, stop=stop, wake=None, idle_s=_POLL_S),
        keep_doing("automations", automations.run_once, stop=stop, wake=None, idle_s=_AUTOMATIONS_S),
        keep_doing("understanding", understanding.run_once, stop=stop, wake=None, idle_s=_POLL_S),
        keep_doing("reports", reports.run_once, stop=stop, wake=None, idle_s=_REPORTS_S),
        keep_doing("late handoffs", late.run_once, stop=stop, wake=None, idle_s=LATE_S),
        keep_doing("parked", lambda: unpark_matched(database, built.ports), stop=stop, wake=None, idle_s=_UNPARK_S),
        keep_doing("seal", lambda: seal_once(database, built.key), stop=stop, wake=waits("audit"), idle_s=_SEAL_S),
        jobs.run(stop),
        *_checks(built, database, stop),
        keep_doing("templates", templates.run_once, stop=stop, wake=None, idle_s=TEMPLATES_S),
        keep_house(database, files, stop),
        metric_totals.keep_adding(database, built.measures, stop, process="worker"),
        watch_loop(built.measures, stop, process="worker"),
    ]
    async with asyncio.TaskGroup() as group:
        for one in rounds:
            group.create_task(one)
    await outbox.drain(_DRAIN_S)


def _jobs(
    built: Product, database: Database, way_out: Egress, files: Files, sync_templates: SyncTemplates
) -> JobRunner:
    """Everything that is put off until after a commit, with who does it."""
    return JobRunner(
        database,
        {
            FETCH_MEDIA: FetchMedia(built.ports, files),
            RUN_IMPORT: RunImport(files, built.key, built.clock),
            TELL_READ: TellRead(built.ports),
            TRAIN: TrainUnderstanding(),
            SYNC_TEMPLATES: sync_templates,
            NOTIFY: NotifyHandoff(built.ports, mailer_of(built.settings), built.settings.public_url),
            AUTOMATION_LETTER: NotifyByMail(mailer_of(built.settings), built.settings.public_url),
            ANSWER_ASK: AnswerAsk(way_out, built.clock, built.key),
            DELIVER: DeliverWebhook(way_out, built.clock, built.key),
        },
        dsn=role_dsn(owner_dsn(built.settings), "recado_worker", built.key),
        wake=built.wakes.waiter("jobs"),
        at_once={TRAIN: 1, FETCH_MEDIA: 8, ANSWER_ASK: ASKS_AT_ONCE, DELIVER: WEBHOOKS_AT_ONCE},
    )


def _checks(built: Product, database: Database, stop: asyncio.Event) -> Iterator[Coroutine[Any, Any, None]]:
    """Accounts are asked about now and then, connections that a gateway holds every few seconds."""
    number, adapters = built.wakes.number, built.ports.adapters
    checks = Checks(database, built.ports, number)
    watch = Checks(database, built.ports, number, WATCH_S, paired(adapters), CatchUp(built.ports))
    yield keep_doing("checks", checks.run_once, stop=stop, wake=None, idle_s=LOOK_S)
    yield keep_doing("watch", watch.run_once, stop=stop, wake=None, idle_s=WATCH_LOOK_S)


def lanes(built: Product, database: Database, files: Files) -> tuple[InboxWorker, OutboxWorker, Sweeper]:
    """Return the workers of the hot path, joined to conversations."""
    sending = Sending(built.ports)
    settings = built.settings
    share = Share(partitions=64 if settings.workers == 1 else 32)
    return (
        InboxWorker(database, TakeIn(built.ports), share=share, on_dead=_log_dead),
        OutboxWorker(
            database,
            number=built.wakes.number,
            gate=sending.gate,
            deliver=Delivery(database, built.ports, OutgoingFiles(database, files)),
            settle=sending.settle,
        ),
        Sweeper(
            database,
            tell=sending.tell_unconfirmed,
            resolve=sending.resolve,
            lease_s=settings.recado_lease_s,
            wait_s=settings.recado_unconfirmed_wait_s,
        ),
    )


def _log_dead(item: Input, error: Exception) -> None:
    _log.error(
        "an input is dead after three attempts: %s", type(error).__name__, exc_info=error,
        extra={"organization": str(item.organization), "kind": item.kind},
    )  # fmt: skip


if __name__ == "__main__":
    # What `make run` starts, without the command line's own weight.
    _settings = read_settings()
    configure(_settings)
    run(_settings)
