"""How does a bot exported by Typebot become a flow? `convert` does it; see `convert.py` for what it gives."""

from __future__ import annotations

from recado.flows.imports.typebot.convert import Converted, convert
from recado.flows.imports.typebot.export import TypebotUnreadable
from recado.flows.imports.typebot.findings import Finding

__all__ = ["Converted", "Finding", "TypebotUnreadable", "convert"]
