"""How well are people understood? Measured from a terminal, one file at a time."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recado.app.cli.terminal import refuse
from recado.nlu import evaluation
from recado.nlu.dates import read_when

group = typer.Typer(help="Entendimento do português.", no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="Arquivo com um objeto JSON por linha.")]


class What(StrEnum):
    """What can be measured."""

    DATETIME = "datetime"


Kind = Annotated[What, typer.Option("--kind", help="O que medir.")]


@group.callback()
def _group() -> None:
    """Entendimento do português."""


@group.command("when")
def tell_when(
    text: Annotated[str, typer.Argument(help="O que a pessoa escreveu.")],
    at: Annotated[str, typer.Option(help="Quando escreveu, em ISO 8601; vazio é agora.")] = "",
) -> None:
    """Dizer que data ou hora uma frase quer dizer, em JSON."""
    try:
        moment = evaluation.reference_of({"reference": at or None})
    except evaluation.Unreadable:
        refuse(f"“{at}” não é um momento em ISO 8601, como 2026-03-11T10:00.")
    found = read_when(text, moment)
    typer.echo(
        json.dumps({**found.to_json(), "spans": found.spans, "repeats": found.repeats or None}, ensure_ascii=False)
    )


@group.command("predict")
def predict(file: File, kind: Kind = What.DATETIME) -> None:
    """Escrever uma previsão por linha, na ordem do arquivo."""
    for row in _rows(file):
        typer.echo(json.dumps(evaluation.predict(row), ensure_ascii=False))


@group.command("evaluate")
def evaluate(
    file: File,
    kind: Kind = What.DATETIME,
    as_json: Annotated[bool, typer.Option("--json", help="Um relatório em JSON, sem texto.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Mostrar cada erro.")] = False,
) -> None:
    """Comparar o que se entende com o que o arquivo espera."""
    began = datetime.now(evaluation.ZONE)
    report = evaluation.evaluate(_rows(file)).to_json(with_misses=misses)
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False))
        return
    low, high = report["interval_95"]
    took = (datetime.now(evaluation.ZONE) - began).total_seconds()
    share = f"{report['accuracy'] or 0:.1%} (95 %: {low:.1%} a {high:.1%})"
    typer.echo(f"{report['right']} de {report['total']} certos: {share}, {took:.1f} s")
    for miss in report.get("misses", []):
        typer.echo(f"  {miss['text']}\n    esperado {miss['expect']}\n    lido     {miss['got']}")


def _rows(file: Path) -> list[dict[str, object]]:
    try:
        return evaluation.read_lines(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        refuse(f"Não foi possível ler {file}: {error}")
    except evaluation.Unreadable as error:
        refuse(f"{file} não está no formato esperado: {error}.")
