"""What does the whole simulator consist of?"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from recado_simulator.accounts import AccountBook
from recado_simulator.clock import Clock
from recado_simulator.faults import FaultBoard
from recado_simulator.journal import Journal
from recado_simulator.ledger import Ledger
from recado_simulator.limits import Throttle
from recado_simulator.live import LiveHub
from recado_simulator.media_store import MediaStore
from recado_simulator.phones import PhoneBook
from recado_simulator.settings import Habits, SimulatorSettings
from recado_simulator.template_store import TemplateStore
from recado_simulator.threads import ThreadStore
from recado_simulator.timers import Timers


@dataclass(slots=True)
class World:
    """Everything that is remembered or decided with, without the network in either direction."""

    settings: SimulatorSettings
    habits: Habits
    clock: Clock
    chance: random.Random
    journal: Journal
    ledger: Ledger
    live: LiveHub
    timers: Timers
    accounts: AccountBook
    phones: PhoneBook
    threads: ThreadStore
    media: MediaStore
    templates: TemplateStore
    throttle: Throttle
    faults: FaultBoard
    url: str = ""

    def pick_s(self, span_ms: tuple[float, ...]) -> float:
        """A moment within a span of milliseconds, in seconds."""
        return self.chance.uniform(span_ms[0], span_ms[-1]) / 1000

    def happens(self, share: float) -> bool:
        return share > 0 and self.chance.random() < share

    def timestamp(self) -> str:
        """Unix seconds as text; sometimes milliseconds, as has been seen."""
        now = self.clock.now()
        return str(int(now * 1000)) if self.happens(self.habits.milliseconds_share) else str(int(now))


def open_world(settings: SimulatorSettings) -> World:
    """Read what an earlier life left in the data folder and put the parts together."""
    data = Path(settings.data)
    data.mkdir(parents=True, exist_ok=True)
    clock = Clock()
    chance = random.Random(settings.seed)
    journal = Journal(data / "state.jsonl")
    live = LiveHub()
    world = World(
        settings=settings,
        habits=settings.habits,
        clock=clock,
        chance=chance,
        journal=journal,
        ledger=Ledger(data / "ledger.jsonl"),
        live=live,
        timers=Timers(),
        accounts=AccountBook(journal),
        phones=PhoneBook(journal),
        threads=ThreadStore(journal, live),
        media=MediaStore(journal, data / "media", clock.now),
        templates=TemplateStore(journal),
        throttle=Throttle(clock, settings.limits),
        faults=FaultBoard(clock, chance),
    )
    return world
