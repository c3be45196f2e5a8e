"""May free text be written to a person now?"""

from __future__ import annotations

from recado.conversations.rules.handling import window_is_open as is_open

__all__ = ["is_open"]
