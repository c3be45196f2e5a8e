"""What came of playing cases?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from recado.flows.testing.coverage import FlowCoverage
from recado.flows.testing.models import Step
from recado.flows.testing.writing import step_in_words


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case. Of one that failed: the step (from 0) with its line in the text, a sentence in Portuguese, what was
    wanted and what came, and the shortest script that fails in the same way."""

    name: str
    passed: bool
    steps: tuple[Step, ...]
    turns: int
    line: int = 0
    step: int | None = None
    code: str = ""
    sentence: str = ""
    expected: str = ""
    got: str = ""
    fewest: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()
    """What passed here and would not on WhatsApp: free text outside the window of 24 hours."""

    @property
    def script(self) -> tuple[str, ...]:
        """The steps as they stand in the text."""
        return tuple(map(step_in_words, self.steps))

    @property
    def shortest(self) -> tuple[str, ...]:
        """The shortest script that fails in the same way, as it would stand in the text; empty where it passed."""
        return tuple(map(step_in_words, self.fewest))

    def to_json(self) -> dict[str, Any]:
        """The result for a screen."""
        return {
            "name": self.name,
            "passed": self.passed,
            "sentence": self.sentence,
            "script": list(self.script),
            "step": self.step,
            "line": self.line,
            "code": self.code,
            "expected": self.expected,
            "got": self.got,
            "shortest": list(self.shortest),
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class CasesReport:
    """All cases of a run, and how much of each flow they walked together; the flow under test first."""

    cases: tuple[CaseResult, ...]
    coverage: tuple[FlowCoverage, ...]

    @property
    def passed(self) -> bool:
        """Did every case pass?"""
        return all(case.passed for case in self.cases)

    @property
    def turns(self) -> int:
        """Turns that the engine took, without those of shrinking."""
        return sum(case.turns for case in self.cases)

    def to_json(self) -> dict[str, Any]:
        """The report for a screen; `coverage` is that of the flow under test, `flows` that of all."""
        whole = [one.to_json() for one in self.coverage]
        none: dict[str, Any] = {"nodes": 0, "nodes_seen": 0, "exits": 0, "exits_seen": 0, "missing": []}
        return {
            "passed": self.passed,
            "turns": self.turns,
            "cases": [case.to_json() for case in self.cases],
            "coverage": whole[0] if whole else none,
            "flows": whole,
        }
