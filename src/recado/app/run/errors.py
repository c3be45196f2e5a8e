"""How does a start refuse?"""

from __future__ import annotations


class RunRefused(Exception):
    """Recado cannot start here; the text is one sentence for the person at the terminal."""
