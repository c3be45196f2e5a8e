"""Which commands make up a running Recado?"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

Command = tuple[str, ...]
RECADO: Command = (sys.executable, "-m", "recado.app.cli")
SIMULATOR: Command = (sys.executable, "-m", "recado_simulator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One process that is kept alive. `name` is also the name of its log."""

    name: str
    command: Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is run once before the parts, and the parts themselves; tests put small commands of their own here.

    `demo` prints one JSON object as its last line: `email`, `password`, and `account`, the body with which the
    simulator is told of the demo organization's number. `channel` makes the channel that the environment describes, and
    prints what the person at the terminal should read of it.
    """

    migrate: Command
    demo: Command
    parts: tuple[Part, ...]
    simulator: Part | None
    channel: Command = ()
    environment: dict[str, str] = field(default_factory=dict)


def product_plan(*, port: int, workers: int, simulator: bool, home: Path, channel: bool = False) -> Plan:
    """The commands of the real product; the simulator takes the port after the product's.

    `channel` tells that the environment describes a channel.
    """
    api = Part(name="api", command=(sys.executable, "-m", "recado.app.serve", "--port", str(port)))
    work: Command = (sys.executable, "-m", "recado.app.worker")
    crew = tuple(Part(name=f"worker-{number}", command=work) for number in range(1, workers + 1))
    world = ("--port", str(port + 1), "--data", str(home / "simulator"))
    return Plan(
        # Without the channel: it belongs to the demo organization where there is no other, which is made afterwards.
        migrate=(*RECADO, "migrate", "--only-schema"),
        demo=(*RECADO, "demo"),
        parts=(api, *crew),
        simulator=Part(name="simulator", command=(*SIMULATOR, *world)) if simulator else None,
        channel=(*RECADO, "first-channel") if channel else (),
    )
