"""Which flows, with which cases beside them, lie in a folder?

`agenda.flow.yaml` is a flow and `agenda.tests.yaml` its cases. A flow may also be JSON, as it is exported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from recado.app.cli.terminal import Refused
from recado.flows.engine.definition import DefinitionInvalid, Flow, FlowSet, read_definition
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP
from recado.flows.engine.node_type import NodeTypes
from recado.flows.engine.problems import Code, Problem, Severity
from recado.flows.engine.surroundings import Surroundings
from recado.flows.rules.sentences import sentence
from recado.flows.testing import Case, CasesUnreadable, read_cases
from recado.flows.text import Fault, TextUnreadable, read_flow_text
from recado.flows.text.form import FlowText
from recado.flows.text.yaml_reading import Document

ENDINGS = (".flow.yaml", ".flow.yml", ".flow.json")
TESTS = ".tests.yaml"
_VERSION = 1
_INSTALLED = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about a file: which line (0: the file as a whole), how bad, and the sentence."""

    path: Path
    line: int
    severity: Severity
    sentence: str

    def __str__(self) -> str:
        word = "erro" if self.severity is Severity.ERROR else "aviso"
        place = f":{self.line}" if self.line else ""
        return f"{self.path}{place}: {word}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class FlowFile:
    """A flow's file: what it holds, as far as it can be read, and the remarks about it."""

    path: Path
    text: FlowText | None
    flow: Flow | None = None
    cases: tuple[Case, ...] = ()
    cases_text: str = ""
    remarks: tuple[Remark, ...] = ()
    around: Mapping[str, Flow] = field(default_factory=dict)
    """The flows of its folder by id, which it may call."""

    @property
    def stem(self) -> str:
        """Its name without the ending: `agenda`."""
        return stem_of(self.path)

    @property
    def definition(self) -> dict[str, Any]:
        """What is in the file; only of one that can be read."""
        return self.text.definition if self.text else {}

    @property
    def has_errors(self) -> bool:
        """Is anything wrong that keeps it from being run or published?"""
        return any(one.severity is Severity.ERROR for one in self.remarks)


def stem_of(path: Path) -> str:
    """The name of a flow's file without its ending."""
    name = path.name
    return next((name.removesuffix(end) for end in ENDINGS if name.endswith(end)), path.stem)


def tests_beside(path: Path) -> Path:
    """Where the cases of a flow's file are, or would be."""
    return path.with_name(stem_of(path) + TESTS)


def find(paths: Sequence[Path]) -> list[Path]:
    """The flows' files among these files and folders, by name. Raises Refused where one is not there."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for end in ENDINGS for one in path.glob(f"*{end}"))
        elif path.name.endswith(TESTS):
            found += _flow_of(path)
        elif path.is_file():
            found.append(path)
        else:
            raise Refused(f"{path} não existe.")
    return list(dict.fromkeys(found))


def _flow_of(tests: Path) -> list[Path]:
    """The flow beside a file of cases."""
    stem = tests.name.removesuffix(TESTS)
    for end in (*ENDINGS, ".json"):
        if (beside := tests.with_name(stem + end)).is_file():
            return [beside]
    raise Refused(f"{tests} não tem um fluxo ao lado ({stem}{ENDINGS[0]}).")


def load(paths: Iterable[Path], types: NodeTypes) -> list[FlowFile]:
    """Read and check files. A flow may call another one of them, and those that lie beside it."""
    wanted = list(paths)
    beside = [one for folder in dict.fromkeys(path.parent for path in wanted) for one in find([folder])]
    files = [_read(path, types) for path in dict.fromkeys([*wanted, *beside])]
    flows = {one.flow.id: one.flow for one in files if one.flow is not None}
    inspected = [_inspected(one, types, flows) for one in files[: len(wanted)]]
    return [replace(one, remarks=(*one.remarks, *_twice(one, files))) for one in inspected]


def flow_set(file: FlowFile, types: NodeTypes) -> FlowSet:
    """A bot that begins at the flow of a file and may call those beside it."""
    own = [file.flow] if file.flow else []
    return FlowSet.of(*own, *(flow for id_, flow in file.around.items() if id_ != own[0].id), types=types)


def _read(path: Path, types: NodeTypes) -> FlowFile:
    cases_text, cases, remarks = _cases(tests_beside(path))
    try:
        written = path.read_text(encoding="utf-8")
        text = _of_json(written) if path.suffix == ".json" else read_flow_text(written)
    except OSError as error:
        raise Refused(f"{path} não pôde ser lido: {error.strerror}.") from error
    except UnicodeDecodeError:
        return FlowFile(path, None, remarks=(_error(path, 0, "o arquivo não está em UTF-8"), *remarks))
    except TextUnreadable as fault:
        return FlowFile(path, None, remarks=(*(_of_fault(path, one) for one in fault.faults), *remarks))
    if "id" not in text.definition:
        # By hand nobody writes one; the file's name is what others call it by.
        text = replace(text, definition={**text.definition, "id": stem_of(path)})
    try:
        flow = read_definition(text.definition, types, version=_VERSION)
    except DefinitionInvalid as invalid:
        wrong = tuple(_of_problem(path, text, one) for one in invalid.problems)
        return FlowFile(path, text, None, cases, cases_text, (*wrong, *remarks))
    return FlowFile(path, text, flow, cases, cases_text, remarks)


def _of_json(written: str) -> FlowText:
    try:
        definition = json.loads(written)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise TextUnreadable([Fault("bad_json", line, 1, "isto não é JSON")]) from error
    if not isinstance(definition, dict):
        raise TextUnreadable([Fault("not_a_flow", 1, 1, "isto não é um fluxo: falta o objeto JSON")])
    return FlowText(definition, "", Document(definition, {}, {}))


def _cases(path: Path) -> tuple[str, tuple[Case, ...], tuple[Remark, ...]]:
    if not path.is_file():
        return "", (), ()
    try:
        written = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return "", (), (_error(path, 0, "o arquivo não está em UTF-8"),)
    try:
        return written, read_cases(written), ()
    except CasesUnreadable as fault:
        return written, (), tuple(_of_fault(path, one) for one in fault.faults)


def _inspected(file: FlowFile, types: NodeTypes, flows: dict[str, Flow]) -> FlowFile:
    if file.flow is None or file.text is None:
        return file
    found = inspect(file.flow, types, Surroundings(channels=(WHATSAPP,), flows=flows))
    remarks = tuple(_of_problem(file.path, file.text, _elsewhere(one)) for one in found)
    return replace(file, remarks=(*remarks, *file.remarks), around=flows)


def _elsewhere(problem: Problem) -> Problem:
    """A flow with the id of an installation may be there, though not in this folder; only a push can tell."""
    if problem.code is not Code.UNKNOWN_FLOW or not _INSTALLED.fullmatch(str(problem.data.get("flow", ""))):
        return problem
    return replace(problem, severity=Severity.WARNING)


def _twice(file: FlowFile, files: list[FlowFile]) -> Iterator[Remark]:
    """Two files that say they are one flow: which of them would it be?"""
    id_ = file.definition.get("id")
    twin = next((one for one in files if one.path != file.path and one.text and one.definition.get("id") == id_), None)
    if file.text is not None and twin is not None:
        yield _error(file.path, file.text.document.line_of(("id",)), f"o id “{id_}” também está em {twin.path.name}")


def _of_fault(path: Path, fault: Fault) -> Remark:
    return _error(path, fault.line, _ended(fault.sentence))


def _of_problem(path: Path, text: FlowText, problem: Problem) -> Remark:
    line = text.line_of(problem.node, problem.path)
    node = f"“{problem.node}”: " if problem.node else ""
    return Remark(path, line, problem.severity, node + sentence(problem))


def _error(path: Path, line: int, words: str) -> Remark:
    return Remark(path, line, Severity.ERROR, _ended(words))


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
