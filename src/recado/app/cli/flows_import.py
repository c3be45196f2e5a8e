"""How does a bot exported by another product become a flow's file?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from recado.app.cli.terminal import refuse
from recado.flows.imports.typebot import Converted, Finding, TypebotUnreadable, convert
from recado.flows.text import write
from recado.foundation.untrusted_json import JsonRefused, read_json

_ENDING = ".flow.yaml"
_LARGEST = 20 * 1024 * 1024
"""Bytes. The largest exports we know of take three million."""
_MOST_PARTS = 500_000
_WORDS: Mapping[str, str] = {"error": "a refazer", "warning": "a conferir", "info": "nota"}


def import_bot(
    file: Annotated[Path, typer.Argument(help="Arquivo JSON exportado pelo Typebot.", exists=True, dir_okay=False)],
    folder: Annotated[Path, typer.Option(help="Pasta onde gravar o fluxo.")] = Path(),
    name: Annotated[str, typer.Option(help="Nome do fluxo; vazio: o do arquivo.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Escrever por cima de um arquivo que já existe.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Código 1 se algo tiver de ser refeito à mão.")] = False,
) -> None:
    """Importar um bot do Typebot: grava NOME.flow.yaml e conta tudo o que muda ou fica de fora."""
    converted = _converted(file)
    definition = {**converted.definition, **({"name": name.strip()[:120]} if name.strip() else {})}
    path = folder / f"{definition['id'].replace('_', '-')}{_ENDING}"
    if path.exists() and not force:
        refuse(f"{path} já existe. (--force escreve por cima.)")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(write(definition), encoding="utf-8")
    for line in report_lines(converted.report):
        typer.echo(line)
    typer.echo(f"{path}: {len(definition['nodes'])} blocos. Envie com: recado flows push {folder}")
    if strict and any(one.severity == "error" for one in converted.report):
        raise typer.Exit(1)


def report_lines(report: tuple[Finding, ...]) -> Iterator[str]:
    """The findings for a terminal, what has to be done by hand first, and how many there are of each kind."""
    for severity, word in _WORDS.items():
        for one in report:
            if one.severity == severity:
                yield f"{word}: {one.place}: {one.sentence}"
    counts = (f"{sum(one.severity == severity for one in report)} {word}" for severity, word in _WORDS.items())
    yield "Relatório: " + ", ".join(counts)


def _converted(file: Path) -> Converted:
    if file.stat().st_size > _LARGEST:
        refuse(f"{file} passa de {_LARGEST // 1024 // 1024} MB.")
    try:
        return convert(read_json(file.read_bytes(), max_nodes=_MOST_PARTS))
    except TypebotUnreadable as fault:
        refuse(fault.sentence)
    except JsonRefused as fault:
        refuse(f"{file} não é um JSON que se possa ler ({fault.code}).")
