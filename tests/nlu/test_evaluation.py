"""Does an evaluation count rightly?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from recado.app.cli import cli
from recado.nlu.evaluation import Unreadable, What, evaluate, read_lines, same, wilson
from recado.nlu.evaluation.judging import matched

REFERENCE = "2026-03-11T10:00:00-03:00"


def row(text: str, **expect: str | None) -> dict[str, object]:
    return {"text": text, "reference": REFERENCE, "expect": expect}


ROWS = (
    row("amanhã às 15h", kind="instant", value="2026-03-12T15:00:00-03:00", grain="hour"),
    row("7 dias", kind="duration", duration="P1W"),
    row("boa tarde", kind="none"),
    row("até sexta", kind="interval", start=None, end="2026-03-14T00:00:00-03:00", grain="day"),
    row("amanhã", kind="instant", value="2026-03-13T00:00:00-03:00", grain="day"),
)


def test_right_and_wrong_are_told_apart() -> None:
    report = evaluate(ROWS).to_json(with_misses=True)
    assert (report["right"], report["total"], report["accuracy"]) == (4, 5, 0.8)
    assert (report["by_label"]["instant"]["right"], report["by_label"]["instant"]["total"]) == (1, 2)
    (miss,) = report["misses"]
    assert (miss["text"], miss["got"]["value"]) == ("amanhã", "2026-03-12T00:00:00-03:00")


@pytest.mark.parametrize(
    ("one", "other"), [("P7D", "P1W"), ("P12M", "P1Y"), ("PT90M", "PT1H30M"), ("P1D", "PT24H"), ("P15D", "P2W1D")]
)
def test_lengths_are_compared_as_lengths(one: str, other: str) -> None:
    assert same({"kind": "duration", "duration": one}, {"kind": "duration", "duration": other})


def test_instants_are_compared_as_instants_and_grains_as_said() -> None:
    noon, in_utc = "2026-03-11T12:00:00-03:00", "2026-03-11T15:00:00+00:00"
    assert same({"kind": "instant", "value": noon}, {"kind": "instant", "value": in_utc, "grain": "hour"})
    assert not same(
        {"kind": "instant", "value": noon, "grain": "day"}, {"kind": "instant", "value": noon, "grain": "hour"}
    )
    assert not same({"kind": "none"}, {"kind": "instant", "value": noon})


def test_labels_are_counted_with_what_was_refused() -> None:
    rows: list[dict[str, object]] = [
        {"text": "quero marcar um banho amanhã às 15h", "intent": "book_appointment"},
        {"text": "qual a capital da mongólia?", "intent": "out_of_scope"},
        {"text": "qual a capital da mongólia?", "intent": "location"},
        {"text": "quantos clientes temos?", "intent": "out_of_scope", "role": "customer"},
        {"text": "quantos clientes temos?", "intent": "query_clients", "role": "owner"},
        {"text": "sim", "intent": "affirm", "asked": "confirm"},
    ]
    report = evaluate(rows, What.INTENTS).to_json(with_misses=True)
    assert (report["right"], report["rejected"]) == (5, 1)
    assert report["confusion"] == {"location -> out_of_scope": 1}
    assert report["by_label"]["out_of_scope"]["precision"] == pytest.approx(2 / 3, abs=1e-3)
    assert report["macro_f1"] == pytest.approx((1 + 0.8 + 0 + 1 + 1) / 5, abs=1e-3)
    assert report["misses"][0]["got"]["intent"] == "out_of_scope"


def test_entities_are_compared_by_value_and_additions_forgiven() -> None:
    wanted: list[dict[str, Any]] = [
        {"type": "money", "value": {"min": None, "max": 60000}},
        {"type": "car_model", "value": "HR-V"},
    ]
    got: list[dict[str, Any]] = [
        {"type": "money", "value": {"max": 60000.0, "min": None}},
        {"type": "car_model", "value": "hrv"},
        {"type": "car_brand", "value": "Honda"},
    ]
    assert [len(part) for part in matched(wanted, got)] == [2, 0, 0]
    assert [len(part) for part in matched(wanted, [*got, {"type": "number", "value": 3}])] == [2, 0, 1]
    assert [len(part) for part in matched(wanted, got[1:])] == [1, 1, 0]
    report = evaluate(
        [{"text": "meu cep é 13040-000", "entities": [{"type": "cep", "value": "13040000"}]}], What.ENTITIES
    )
    assert (report.right, report.micro.f1) == (1, 1.0)


def test_feelings_are_compared() -> None:
    report = evaluate([{"text": "péssimo, odiei", "sentiment": "negative"}], What.SENTIMENT)
    assert (report.right, report.macro_f1) == (1, 1.0)


def test_a_row_that_expects_nothing_is_named() -> None:
    with pytest.raises(Unreadable, match="intent"):
        evaluate([{"text": "oi"}], What.INTENTS)


def test_the_interval_of_a_share() -> None:
    low, high = wilson(80, 100)
    assert (round(low, 3), round(high, 3)) == (0.711, 0.867)


def test_a_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(Unreadable, match="line 2"):
        read_lines(['{"text": "oi"}', "{"])
    with pytest.raises(Unreadable, match="ISO"):
        evaluate([{"text": "oi", "reference": "ontem"}])


def test_files_are_measured_from_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "datas.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS))
    run = CliRunner()
    told = run.invoke(cli, ["nlu", "evaluate", str(file), "--kind", "datetime", "--json"])
    assert (told.exit_code, json.loads(told.stdout)["right"]) == (0, 4)
    lines = run.invoke(cli, ["nlu", "predict", str(file), "--kind", "datetime"]).stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["instant", "duration", "none", "interval", "instant"]
    when = run.invoke(cli, ["nlu", "when", "quinta de manhã", "--at", REFERENCE])
    assert json.loads(when.stdout)["start"] == "2026-03-12T06:00:00-03:00"
    file.write_text('{"text": "aceita pix?", "intent": "payment_methods"}\n')
    shown = run.invoke(cli, ["nlu", "evaluate", str(file), "--kind", "intents", "--misses"]).stdout
    assert "1 de 1 certos: 100.0% (95 %" in shown
    (line,) = run.invoke(cli, ["nlu", "predict", str(file)]).stdout.splitlines()
    assert set(json.loads(line)) == {"intent", "probability"}
    assert json.loads(run.invoke(cli, ["nlu", "predict", str(file), "--kind", "entities"]).stdout) == {"entities": []}
    assert (
        json.loads(run.invoke(cli, ["nlu", "predict", str(file), "--kind", "sentiment"]).stdout)["sentiment"]
        == "neutral"
    )
    assert run.invoke(cli, ["nlu", "evaluate", str(file), "--kind", "sentiment"]).exit_code == 1
    file.write_text("{")
    assert run.invoke(cli, ["nlu", "evaluate", str(file)]).exit_code == 1
    assert run.invoke(cli, ["nlu", "when", "hoje", "--at", "x"]).exit_code == 1
