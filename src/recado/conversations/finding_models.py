"""What is one thing that somebody looks for?"""

from __future__ import annotations

from dataclasses import dataclass

_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that must be found: any of the terms in `exact`, or any that begins with `beginning` where there is one."""

    exact: tuple[str, ...]
    beginning: str = ""

    @property
    def end(self) -> str:
        """The first term after all that begin so."""
        return self.beginning + _LAST

    def finds(self, term: str) -> bool:
        """Tell whether a term is what is sought."""
        return term in self.exact or bool(self.beginning and term.startswith(self.beginning))
