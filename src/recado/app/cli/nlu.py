"""How well are people understood? Measured and taught from a terminal."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from recado.app.cli.terminal import refuse
from recado.nlu import evaluation
from recado.nlu.dates import read_when
from recado.nlu.evaluation import What
from recado.nlu.intents import training
from recado.nlu.models import Context, Role, Understanding
from recado.nlu.sentiment import training as feelings
from recado.nlu.understanding import understand

group = typer.Typer(help="Entendimento do português.", no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="Arquivo com um objeto JSON por linha.")]
Kind = Annotated[What, typer.Option("--kind", help="O que medir.")]
Said = Annotated[str, typer.Argument(help="O que a pessoa escreveu.")]
At = Annotated[str, typer.Option(help="Quando escreveu, em ISO 8601; vazio é agora.")]
_ROLES = ("", "customer", "operator", "owner")


@group.callback()
def _group() -> None:
    """Entendimento do português."""


@group.command("understand")
def tell(
    text: Said,
    at: At = "",
    role: Annotated[str, typer.Option(help="Quem escreveu: customer, operator ou owner; vazio não se sabe.")] = "",
    vertical: Annotated[str, typer.Option(help="O ramo da organização, como pet ou carros.")] = "",
    asked: Annotated[str, typer.Option(help="O que acabou de ser perguntado, como confirm ou time.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Um objeto JSON, sem texto.")] = False,
) -> None:
    """Dizer o que se entende de uma frase, e por quê."""
    if role not in _ROLES:
        refuse(f"“{role}” não é quem escreve: use customer, operator ou owner.")
    moment = _moment(at)
    context = Context(reference=moment, role=cast(Role, role), vertical=vertical, asked=asked)
    found = understand(text, context)
    typer.echo(json.dumps(found.to_json(), ensure_ascii=False) if as_json else "\n".join(_sentences(found)))


@group.command("when")
def tell_when(text: Said, at: At = "") -> None:
    """Dizer que data ou hora uma frase quer dizer, em JSON."""
    found = read_when(text, _moment(at))
    typer.echo(
        json.dumps({**found.to_json(), "spans": found.spans, "repeats": found.repeats or None}, ensure_ascii=False)
    )


@group.command("predict")
def predict(file: File, kind: Kind = What.INTENTS) -> None:
    """Escrever uma previsão por linha, na ordem do arquivo."""
    for row in _rows(file):
        try:
            typer.echo(json.dumps(evaluation.predict(row, kind), ensure_ascii=False))
        except evaluation.Unreadable as error:
            refuse(f"{file} não está no formato esperado: {error}.")


@group.command("evaluate")
def evaluate(
    file: File,
    kind: Kind = What.INTENTS,
    as_json: Annotated[bool, typer.Option("--json", help="Um relatório em JSON, sem texto.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Mostrar cada erro.")] = False,
) -> None:
    """Comparar o que se entende com o que o arquivo espera."""
    rows = _rows(file)
    began = datetime.now(evaluation.ZONE)
    try:
        report = evaluation.evaluate(rows, kind).to_json(with_misses=misses)
    except evaluation.Unreadable as error:
        refuse(f"{file} não está no formato esperado: {error}.")
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False))
        return
    took = (datetime.now(evaluation.ZONE) - began).total_seconds()
    for line in _figures(report, took):
        typer.echo(line)


@group.command("train")
def train(
    out: Annotated[Path | None, typer.Option(help="Onde escrever o modelo; vazio é o do próprio pacote.")] = None,
) -> None:
    """Ensinar os modelos com as frases do pacote: o de intenções e, no próprio pacote, o de sentimento."""

    began = datetime.now(evaluation.ZONE)
    model = training.train()
    target = out or training.package_file()
    try:
        model.save(target)
        if out is None:
            feelings.train().save(feelings.package_file())
    except OSError as error:
        refuse(f"Não foi possível escrever {error.filename or target}: {error}")
    took = (datetime.now(evaluation.ZONE) - began).total_seconds()
    size = target.stat().st_size / 1e6
    typer.echo(f"{len(model.labels)} intenções, {len(model.places)} sinais, {size:.1f} MB, {took:.1f} s: {target}")


def _moment(at: str) -> datetime:
    try:
        return evaluation.reference_of({"reference": at or None})
    except evaluation.Unreadable:
        refuse(f"“{at}” não é um momento em ISO 8601, como 2026-03-11T10:00.")


def _sentences(found: Understanding) -> list[str]:
    intent, feeling = found.intent, found.sentiment
    told = [f"intenção    {intent.label} ({intent.probability:.0%})"]
    if intent.runner_up:
        told.append(f"            ou {intent.runner_up} ({intent.runner_up_probability:.0%})")
    for one in found.entities:
        named = found.text[one.start : one.end]
        told.append(f"entidade    {one.type}: {json.dumps(one.value, ensure_ascii=False)} em “{named}”")
    told.append(f"sentimento  {feeling.label} ({feeling.score:+.2f}, confiança {feeling.confidence:.0%})")
    if found.urgency.level != "none":
        told.append(f"urgência    {found.urgency.level}: {', '.join(found.urgency.words)}")
    return [*told, *(f"porque      {reason}" for reason in found.reasons)]


def _figures(report: dict[str, Any], took: float) -> list[str]:
    low, high = report["interval_95"]
    share = f"{report['accuracy'] or 0:.1%} (95 %: {low:.1%} a {high:.1%})"
    lines = [f"{report['right']} de {report['total']} certos: {share}, {took:.1f} s"]
    lines.append(
        f"macro F1 {report['macro_f1']:.3f}, micro F1 {report['micro']['f1']:.3f}, recusados {report['rejected']}, "
        f"p50 {report['p50_ms']:.2f} ms, p99 {report['p99_ms']:.2f} ms"
    )
    for label, tally in report["by_label"].items():
        first, last = tally["recall_interval_95"]
        lines.append(
            f"  {label:<24} {tally['right']:>4} de {tally['total']:<4} F1 {tally['f1']:.3f}  precisão {tally['precision']:.3f}"
            f"  cobertura {tally['recall']:.3f} ({first:.2f} a {last:.2f})"
        )
    for miss in report.get("misses", []):
        lines.append(f"  {miss['text']}\n    esperado {miss['expect']}\n    lido     {miss['got']}")
    return lines


def _rows(file: Path) -> list[dict[str, Any]]:
    try:
        return evaluation.read_lines(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        refuse(f"Não foi possível ler {file}: {error}")
    except evaluation.Unreadable as error:
        refuse(f"{file} não está no formato esperado: {error}.")
