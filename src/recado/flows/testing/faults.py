"""Why can a text of cases not be read?"""

from __future__ import annotations

from recado.flows.text.faults import TextUnreadable


class CasesUnreadable(TextUnreadable):
    """A text of cases is not what it should be. `faults` has at least one, each with its line."""
