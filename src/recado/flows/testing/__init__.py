"""Does a flow do what its author says it does, also tomorrow and the day after?"""

from __future__ import annotations

from recado.flows.testing.coverage import FlowCoverage
from recado.flows.testing.faults import CasesUnreadable
from recado.flows.testing.models import Case, Person, Step
from recado.flows.testing.reading import read_cases
from recado.flows.testing.recording import record, record_exchanges
from recado.flows.testing.report import CaseResult, CasesReport
from recado.flows.testing.running import run_cases
from recado.flows.testing.writing import write_cases

__all__ = [
    "Case",
    "CaseResult",
    "CasesReport",
    "CasesUnreadable",
    "FlowCoverage",
    "Person",
    "Step",
    "read_cases",
    "record",
    "record_exchanges",
    "run_cases",
    "write_cases",
]
