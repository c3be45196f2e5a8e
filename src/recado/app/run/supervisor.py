"""How does one process start all parts of Recado, keep them alive, and leave nothing behind?"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recado.app.run import probes
from recado.app.run.database import Database, open_database
from recado.app.run.errors import RunRefused
from recado.app.run.home import check_port, make_home, only_run
from recado.app.run.nursery import Nursery
from recado.app.run.plan import Part, Plan
from recado.app.run.prepare import Demo, Preparation

Say = Callable[[str], None]

LOOPBACK = "127.0.0.1"
EVERYWHERE = ("", "0.0.0.0", "::", "localhost")  # noqa: S104 - compared with, not bound to
READY_WITHIN_S = 60.0
STOP_WITHIN_S = 10.0
DATABASE_LOOK_S = 0.25
LOG_LOOK_S = 30.0
FIRST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 5.0
STEADY_AFTER_S = 10.0  # a part that lived so long died of something new, not of its own start
DEATHS_BEFORE_READY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: where, on which ports, against which database."""

    home: Path
    host: str
    port: int
    database_url: str
    plan: Plan
    environment: Mapping[str, str]

    @property
    def own_host(self) -> str:
        """The address at which this machine reaches the API."""
        return LOOPBACK if self.host in EVERYWHERE else self.host

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def simulator_address(self) -> str:
        return f"http://localhost:{self.port + 1}"


async def supervise(run: Run, say: Say) -> None:
    """Run until SIGINT, SIGTERM or SIGHUP; then end everything. Raises `RunRefused` where it cannot start."""
    make_home(run.home)
    with only_run(run.home, address=run.address):
        nursery = Nursery(run.home, run.environment)
        nursery.end_leftovers()
        check_port(run.host, run.port)
        if run.plan.simulator:
            check_port(LOOPBACK, run.port + 1, setting="PORT + 1 (simulador)")
        await _until_signal(_Supervisor(run, nursery, say))


async def _until_signal(supervisor: _Supervisor) -> None:
    told_to_end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup means it
            loop.add_signal_handler(number, told_to_end.set)
    working = asyncio.ensure_future(supervisor.work())
    ending = asyncio.ensure_future(told_to_end.wait())
    try:
        await asyncio.wait({working, ending}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        ending.cancel()
        working.cancel()
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await working
        finally:
            await supervisor.close()


class _Supervisor:
    def __init__(self, run: Run, nursery: Nursery, say: Say) -> None:
        self._run = run
        self._nursery = nursery
        self._say = say
        self._database: Database | None = None
        self._ready = False
        self._began = time.monotonic()

    async def work(self) -> None:
        """Start everything in the order in which it needs each other, side by side where it does not."""
        run = self._run
        async with _Group() as group:
            if run.plan.simulator:
                group.start(self._keep(run.plan.simulator))
            self._database = await open_database(run.database_url, run.home)
            self._nursery.set(DATABASE_URL=self._database.dsn)
            group.start(self._keep_database(self._database))
            group.start(self._keep_logs())
            preparation = Preparation(
                run.plan,
                self._nursery,
                home=run.home,
                database=self._database,
                port=run.port,
                environment=run.environment,
            )
            demo = await preparation.prepare()
            if run.plan.simulator and demo.account:
                # Before the workers: a provider that does not know the number yet would look like a token that is wrong.
                await self._introduce(demo.account)
            for part in run.plan.parts:
                group.start(self._keep(part))
            group.start(self._announce(demo))
            await group.fails()

    async def close(self) -> None:
        """End what is left; the parts were ended by the tasks that keep them."""
        self._nursery.end_leftovers()
        if self._database is not None:
            await asyncio.to_thread(self._database.close)

    async def _keep(self, part: Part) -> None:
        """Start a part whenever it is not running, more slowly the sooner it dies."""
        pause, deaths = FIRST_PAUSE_S, 0
        while True:
            child = await self._nursery.start(part.name, part.command)
            try:
                await child.process.wait()
            except asyncio.CancelledError:
                await self._nursery.stop([child], within_s=STOP_WITHIN_S)
                raise
            self._nursery.end_descendants(child)
            steady = child.lived_s > STEADY_AFTER_S
            pause, deaths = (FIRST_PAUSE_S, 1) if steady else (min(pause * 2, LONGEST_PAUSE_S), deaths + 1)
            why = _cause(child.process.returncode or 0, self._nursery.last_lines(part.name))
            if not self._ready and deaths >= DEATHS_BEFORE_READY:
                raise RunRefused(
                    f"{part.name} não se mantém de pé: {why} (registro em {self._run.home}/logs/{part.name}.log)"
                )
            if self._ready:
                self._say(f"  {part.name} caiu e volta em instantes: {why}")
            await asyncio.sleep(pause)

    async def _keep_database(self, database: Database) -> None:
        while database.server is not None:
            await asyncio.sleep(DATABASE_LOOK_S)
            if database.revive():
                self._say("  o banco de dados caiu e já voltou")

    async def _keep_logs(self) -> None:
        while True:
            await asyncio.sleep(LOG_LOOK_S)
            with contextlib.suppress(OSError):  # a full disk ends no part
                # Not in a thread: parts are forked, and a fork beside a running thread may inherit a lock that nobody opens.
                self._nursery.turn_logs()

    async def _announce(self, demo: Demo) -> None:
        if not await probes.answers(self._run.own_host, self._run.port, "/ready", within_s=READY_WITHIN_S):
            why = self._nursery.last_lines("api") or "sem explicação"
            raise RunRefused(f"A API não ficou pronta em {READY_WITHIN_S:.0f} s: {why}")
        self._ready = True
        self._say(self._greeting(demo, time.monotonic() - self._began))

    async def _introduce(self, account: dict[str, Any]) -> None:
        """Tell the simulator of the demo organization's number: it is a stranger and knows only what it is told."""
        if await probes.answers(LOOPBACK, self._run.port + 1, "/control/accounts", within_s=READY_WITHIN_S):
            await probes.post(LOOPBACK, self._run.port + 1, "/control/accounts", account)

    def _greeting(self, demo: Demo, seconds: float) -> str:
        lines = ["", f"  Recado está no ar ({seconds:.1f} s): {self._run.address}"]
        if demo.email:
            lines.append(f"  Entrar: {demo.email}   Senha: {demo.password}")
        if self._run.plan.simulator:
            lines.append(f"  Simulador de WhatsApp: {self._run.simulator_address}")
        return "\n".join([*lines, *demo.news, "  Ctrl-C encerra tudo.", ""])


def _cause(code: int, last_words: str) -> str:
    # Who is killed says nothing: the log's last line would be about something else.
    return f"morto pelo sinal {-code}" if code < 0 else last_words or f"código {code}"


class _Group:
    """Tasks that end together: leaving the block cancels those that run and waits until each has cleaned up."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Any) -> None:
        self._tasks.add(asyncio.ensure_future(work))

    async def fails(self) -> None:
        """Wait for the first task that raises, and raise that."""
        while True:
            done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            self._tasks -= done
            for task in done:
                task.result()

    async def __aenter__(self) -> _Group:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
