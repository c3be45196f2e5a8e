"""Why can a text not be read, and on which line?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a text: a code, the line and column from 1, and a sentence in Portuguese."""

    code: str
    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        return f"linha {self.line}: {self.sentence}"


class TextUnreadable(ValueError):
    """A text is not what it should be. `faults` has at least one."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(map(str, self.faults[:20])))
