"""What is read of each row of a file, and how often is it right?"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from recado.nlu.evaluation.files import Unreadable, context_of, reference_of
from recado.nlu.evaluation.judging import matched, same
from recado.nlu.evaluation.reports import Report
from recado.nlu.intents.model import Model
from recado.nlu.models import Understanding
from recado.nlu.understanding import understand, warm_up

_TIMES: Final = frozenset({"datetime", "duration"})
_ANY_MOMENT: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)


class What(StrEnum):
    """What can be measured."""

    INTENTS = "intents"
    DATETIME = "datetime"
    ENTITIES = "entities"
    SENTIMENT = "sentiment"


def predict(row: Mapping[str, Any], what: What = What.DATETIME, model: Model | None = None) -> dict[str, Any]:
    """Return what is read of one row, in the shape of the prediction files; its other fields are context."""
    timed = what is What.DATETIME or row.get("reference") is not None
    reference = reference_of(row) if timed else _ANY_MOMENT
    return _of(understand(row["text"], context_of(row, reference), model=model), what)


def evaluate(rows: Iterable[Mapping[str, Any]], what: What = What.DATETIME, model: Model | None = None) -> Report:
    """Compare what is read with what each row expects; raise `Unreadable` where a row expects nothing."""
    report = Report(what.value)
    warm_up()
    for row in rows:
        began = time.perf_counter()
        got = predict(row, what, model)
        report.took_ms.append((time.perf_counter() - began) * 1000)
        wanted, right = _judge(report, row, got, what)
        report.total += 1
        report.right += right
        if not right:
            report.misses.append({"text": row["text"], "expect": wanted, "got": got})
    return report


def _of(understood: Understanding, what: What) -> dict[str, Any]:
    match what:
        case What.INTENTS:
            intent = understood.intent
            return {"intent": intent.label, "probability": round(intent.probability, 4)}
        case What.SENTIMENT:
            return {"sentiment": understood.sentiment.label, "score": round(understood.sentiment.score, 4)}
        case What.ENTITIES:
            # Times have files of their own.
            kept = (one for one in understood.entities if one.type not in _TIMES)
            return {"entities": [{"type": one.type, "value": one.value} for one in kept]}
    return dict(understood.when.to_json())


def _judge(report: Report, row: Mapping[str, Any], got: Mapping[str, Any], what: What) -> tuple[Any, bool]:
    """Count one row; return what it expects and whether that was read."""
    if what is What.DATETIME:
        wanted = row.get("expect") or {"kind": "none"}
        right = same(wanted, got)
        kind = str(wanted.get("kind"))
        report.count(kind, str(got["kind"]) if right or str(got["kind"]) != kind else "")
        return wanted, right
    field = {What.INTENTS: "intent", What.SENTIMENT: "sentiment"}.get(what, "entities")
    if field not in row:
        raise Unreadable(f'{row["text"][:40]!r} has no "{field}"')
    if what is What.ENTITIES:
        found, missed, made_up = matched(row[field], got[field])
        for kind, _ in found:
            report.count(kind, kind)
        for kind, _ in missed:
            report.count(kind, "")
        for kind, _ in made_up:
            report.count("", kind)
        return row[field], not missed and not made_up
    report.count(str(row[field]), str(got[field]))
    return row[field], row[field] == got[field]
