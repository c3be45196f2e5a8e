"""How does the simulated provider behave, and where does it live?"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from recado_simulator.shapes import Json

WINDOW_S = 24 * 3600
FREE_ENTRY_S = 72 * 3600


@dataclass(frozen=True, slots=True)
class Habits:
    """How Meta delivers: pairs are the least and the greatest milliseconds, shares run from 0 to 1.

    The defaults are calm but real: a receiver that assumes order or single delivery fails on them within minutes.
    """

    answer_ms: tuple[float, ...] = (3, 15)
    message_ms: tuple[float, ...] = (5, 30)
    sent_ms: tuple[float, ...] = (10, 60)
    delivered_ms: tuple[float, ...] = (60, 160)
    read_ms: tuple[float, ...] = (200, 600)
    early_status_share: float = 0.1
    swap_share: float = 0.05
    message_swap_share: float = 0.0
    duplicate_share: float = 0.05
    skip_delivered_share: float = 0.05
    batch_share: float = 0.05
    batch_ms: float = 20
    milliseconds_share: float = 0.0
    retry_gaps_s: tuple[float, ...] = (1, 5, 30, 120, 600, 3600, 21600)
    retry_scale: float = 1.0
    retry_for_s: float = 7 * 86400
    webhook_timeout_s: float = 20
    template_review_ms: float = 1500
    window_refused_at_once_share: float = 0.0
    fetch_links: bool = True


PRESETS: dict[str, Habits] = {
    "calm": Habits(),
    "perfect": Habits(
        answer_ms=(0, 0),
        message_ms=(0, 0),
        sent_ms=(5, 5),
        delivered_ms=(10, 10),
        read_ms=(10, 10),
        early_status_share=0,
        swap_share=0,
        duplicate_share=0,
        skip_delivered_share=0,
        batch_share=0,
        template_review_ms=50,
    ),
    "wild": Habits(
        answer_ms=(0, 400),
        message_ms=(0, 300),
        sent_ms=(0, 300),
        delivered_ms=(0, 500),
        early_status_share=0.5,
        swap_share=0.4,
        message_swap_share=0.2,
        duplicate_share=0.3,
        skip_delivered_share=0.3,
        batch_share=0.5,
        batch_ms=100,
        milliseconds_share=0.2,
    ),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What the provider refuses to exceed; a number of 0 switches that one limit off, `enabled` all of them."""

    enabled: bool = True
    throughput_per_s: float = 80
    pair_burst: float = 45
    pair_interval_s: float = 6
    business_initiated_per_day: float = 2000
    management_per_hour: float = 5000


@dataclass(frozen=True, slots=True)
class SimulatorSettings:
    """Where the simulator listens and keeps its state; port 0 takes a free one."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 0
    habits: Habits = field(default_factory=Habits)
    limits: Limits = field(default_factory=Limits)
    config: Json = field(default_factory=dict)
    seed: int | None = None
