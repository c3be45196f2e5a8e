"""The outside world on loopback: a WhatsApp provider and the phones of its users. It knows nothing of the product."""

from __future__ import annotations

from recado_simulator.server import Simulator, start_simulator
from recado_simulator.settings import Habits, Limits, SimulatorSettings

__all__ = ["Habits", "Limits", "Simulator", "SimulatorSettings", "start_simulator"]
