"""How do flows live as files: pulled, checked, compared, tested and pushed from a terminal?"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer

from recado.app.cli.flow_files import FlowFile, find, flow_set, load, tests_beside
from recado.app.cli.flow_reports import percentage, report_lines, summary
from recado.app.cli.flow_sync import Pushing, Sessions, meant_by, pull, push, treat_sessions, with_flows
from recado.app.cli.terminal import House, Refused, refuse, refusing, with_house
from recado.app.installed import installed_nodes
from recado.flows.engine.limits import Limits
from recado.flows.engine.problems import Severity
from recado.flows.library import FlowLibrary
from recado.flows.models import ListedFlow
from recado.flows.service import editing, versions
from recado.flows.testing import CasesReport, run_cases
from recado.flows.text import differences
from recado.foundation.database import Transaction
from recado.foundation.text import fold

group = typer.Typer(help="Fluxos como arquivos de texto.", no_args_is_help=True)
Organization = Annotated[str, typer.Option(help="Nome curto da organização; vazio vale quando só há uma.")]
Folder = Annotated[Path, typer.Argument(help="Pasta com os arquivos *.flow.yaml.")]
Paths = Annotated[
    list[Path] | None, typer.Argument(help="Pastas ou arquivos; sem nenhum, a pasta atual.", metavar="[CAMINHO]...")
]
_HERE = Path()


@group.callback()
def _group() -> None:
    """Fluxos como arquivos de texto."""


@group.command("pull")
def pull_flows(folder: Folder = _HERE, organization: Organization = "") -> None:
    """Trazer os fluxos da organização para a pasta, um arquivo cada."""
    for line in with_house(lambda house: _pull(house, organization, folder)) or ["Nenhum fluxo."]:
        typer.echo(line)


@group.command("push")
def push_flows(
    folder: Folder = _HERE,
    organization: Organization = "",
    publish: Annotated[bool, typer.Option("--publish", help="Publicar o que mudou, se os testes passarem.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Escrever por cima do que mudou no painel.")] = False,
    skip_tests: Annotated[bool, typer.Option("--skip-tests", help="Publicar sem rodar os testes.")] = False,
    sessions: Annotated[
        str, typer.Option(help="Conversas abertas ao publicar: stay (ficam), move (seguem) ou restart (recomeçam).")
    ] = "stay",
) -> None:
    """Levar os arquivos da pasta para os rascunhos da organização, todos ou nenhum."""
    files = refusing(lambda: _files([folder]))
    _refuse_errors(files, unreadable_only=not publish)
    if publish and not skip_tests and not _run(files, 0):
        refuse("Os testes falharam; nada foi enviado. (--skip-tests publica assim mesmo.)")
    if sessions not in get_args(Sessions):
        raise typer.BadParameter(f"--sessions é {', '.join(get_args(Sessions))}")
    how = Pushing(force=force, publish=publish, sessions=cast(Sessions, sessions))
    for line in with_house(lambda house: _push(house, organization, folder, files, how)):
        typer.echo(line)
    for one in (one for file in files for one in file.remarks if one.severity is Severity.ERROR):
        typer.echo(str(one), err=True)  # a draft may be unfinished; it cannot be published so


@group.command()
def check(paths: Paths = None) -> None:
    """Conferir os arquivos: cada problema com arquivo, linha e frase; código 1 se houver erro."""
    files = refusing(lambda: _files(paths or [_HERE]))
    remarks = [one for file in files for one in file.remarks]
    for one in remarks:
        typer.echo(str(one))
    errors = sum(one.severity is Severity.ERROR for one in remarks)
    typer.echo(f"{len(files)} fluxo(s): {errors} erro(s), {len(remarks) - errors} aviso(s)")
    if errors:
        raise typer.Exit(1)


@group.command()
def diff(
    paths: Paths = None,
    organization: Organization = "",
    published: Annotated[
        bool, typer.Option("--published", help="Comparar com o que está publicado, não com o rascunho.")
    ] = False,
) -> None:
    """Dizer em palavras o que muda: dois arquivos entre si, ou uma pasta com o que está na organização."""
    given = paths or [_HERE]
    if all(path.is_file() for path in given) and len(given) == len(("antes", "depois")):
        old, new = refusing(lambda: [load([path], installed_nodes())[0] for path in given])
        _refuse_errors([old, new], unreadable_only=True)
        lines = [one.sentence for one in differences(old.definition, new.definition, installed_nodes())]
    else:
        files = refusing(lambda: _files(given))
        _refuse_errors(files, unreadable_only=True)
        lines = with_house(lambda house: _diff(house, organization, files, published=published))
    for line in lines or ["Nada muda."]:
        typer.echo(line)


@group.command("test")
def run_tests(
    paths: Paths = None,
    only: Annotated[str, typer.Option("--only", help="Rodar só os casos cujo nome contém isto.")] = "",
    minimum: Annotated[
        int, typer.Option("--min-coverage", min=0, max=100, help="Falhar se a cobertura de um fluxo for menor (%).")
    ] = 0,
) -> None:
    """Rodar os casos de teste no motor de produção, sob um relógio virtual; código 1 se algum falhar."""
    files = refusing(lambda: _files(paths or [_HERE]))
    if not _run(files, minimum, only):
        raise typer.Exit(1)


def _files(paths: list[Path]) -> list[FlowFile]:
    found = find(paths)
    if not found:
        raise Refused(f"Não há arquivos *.flow.yaml em {', '.join(map(str, paths))}.")
    return load(found, installed_nodes())


def _refuse_errors(files: list[FlowFile], *, unreadable_only: bool) -> None:
    """End where files have errors; unfinished drafts may be sent, but not what is no flow at all."""
    wrong = [file for file in files if (file.text is None if unreadable_only else file.has_errors)]
    remarks = [one for file in wrong for one in file.remarks if one.severity is Severity.ERROR]
    for one in remarks:
        typer.echo(str(one), err=True)
    if wrong:
        raise typer.Exit(1)


def _run(files: list[FlowFile], minimum: int, only: str = "") -> bool:
    """Run the cases of every file and tell of them; True where all passed and enough was walked."""
    types, reports = installed_nodes(), list[CasesReport]()
    began, is_well = time.perf_counter(), True
    for file in files:
        broken = [one for one in file.remarks if one.severity is Severity.ERROR]
        for one in broken:
            typer.echo(str(one), err=True)
        if broken:
            is_well = False
        if file.flow is None or not file.cases:
            continue
        cases = [case for case in file.cases if fold(only) in fold(case.name)]
        report = run_cases(flow_set(file, types), cases)
        reports.append(report)
        for line in report_lines(file.path, tests_beside(file.path), report):
            typer.echo(line)
        if percentage(report.coverage[0]) < minimum:
            typer.echo(f"  a cobertura está abaixo de {minimum} %")
            is_well = False
    typer.echo(summary(reports, time.perf_counter() - began))
    return is_well and all(report.passed for report in reports)


async def _pull(house: House, slug: str, folder: Path) -> list[str]:
    async with house.database.transaction(None) as tx:
        await house.organization(tx, slug)
        return await pull(tx, folder, installed_nodes())


async def _push(house: House, slug: str, folder: Path, files: list[FlowFile], how: Pushing) -> list[str]:
    library = FlowLibrary(installed_nodes(), limits=Limits(iterations=house.settings.max_flow_iterations))
    async with house.database.transaction(None) as tx:
        organization = await house.organization(tx, slug)
        done = await push(tx, folder, files, library, how)
    if done.remembered is not None:
        done.remembered.save()
    return [*done.lines, *await treat_sessions(house.database, organization, library, done, how.sessions)]


async def _diff(house: House, slug: str, files: list[FlowFile], *, published: bool) -> list[str]:
    types = installed_nodes()
    async with house.database.transaction(None) as tx:
        await house.organization(tx, slug)
        flows = await editing.list_flows(tx)
        found = [(file, meant_by(file, flows)) for file in files]
        names = {str(one.id): one.name for one in flows}
        ids = {str(file.definition["id"]): str(one.id) for file, one in found if one is not None}
        lines: list[str] = []
        for file, one in found:
            before = None if one is None else await _stands(tx, one, published=published)
            if one is None or before is None:
                lines.append(f"{file.path.name}: {'é um fluxo novo' if one is None else 'ainda não foi publicado'}.")
                continue
            after = {**with_flows(file.definition, ids, types), "id": str(one.id)}
            lines += _told(file, [change.sentence for change in differences(before, after, types, names)])
    return lines


async def _stands(tx: Transaction, one: ListedFlow, *, published: bool) -> Mapping[str, Any] | None:
    """What the organization has of a flow: the draft, or the published version if there is one."""
    if not published:
        return (await editing.get_draft(tx, one.id)).definition
    return None if one.published is None else await versions.get_version(tx, one.id, one.published.number)


def _told(file: FlowFile, sentences: list[str]) -> Iterator[str]:
    if sentences:
        yield f"{file.path.name}:"
        yield from (f"  {sentence}" for sentence in sentences)
