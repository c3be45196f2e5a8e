"""How well are people understood? Files of JSON lines, what is read of each, and a report of what was right."""

from recado.nlu.evaluation.files import ZONE, Unreadable, context_of, read_lines, reference_of
from recado.nlu.evaluation.judging import same
from recado.nlu.evaluation.measuring import What, evaluate, predict
from recado.nlu.evaluation.reports import Report, Tally, wilson

__all__ = [
    "ZONE", "Report", "Tally", "Unreadable", "What", "context_of", "evaluate", "predict", "read_lines", "reference_of", "same",
    "wilson",
]  # fmt: skip
