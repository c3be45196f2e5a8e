"""How do the flows of an organization become files, and files its flows?

Beside the files lies `.recado-flows.json`: which flow each is, and at which revision it was pulled. With it a push refuses
to write over what somebody changed in the panel meanwhile. It belongs to this folder and installation, not into git.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from recado.app.cli.flow_files import ENDINGS, FlowFile, find, load, stem_of, tests_beside
from recado.app.cli.terminal import Refused
from recado.flows.engine.fields import describe
from recado.flows.engine.node_type import NodeTypes
from recado.flows.errors import FlowHasProblems, FlowUnreadable
from recado.flows.library import FlowLibrary
from recado.flows.models import BotId, Draft, FlowId, ListedFlow
from recado.flows.service import bots, editing, publishing, testing
from recado.flows.text import differences, write
from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.foundation.text import fold, words
from recado.organizations.models import SYSTEM
from recado.organizations.service import audit

Sessions = Literal["stay", "move", "restart"]
STATE = ".recado-flows.json"
_LONGEST = 60


@dataclass(slots=True)
class Remembered:
    """What was pulled or pushed last, by the file's name without ending."""

    path: Path
    flows: dict[str, dict[str, Any]] = field(default_factory=dict)

    @staticmethod
    def of(folder: Path) -> Remembered:
        """Read it; a folder without one, or with one that is broken, remembers nothing."""
        path = folder / STATE
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))["flows"]
            return Remembered(path, {str(stem): dict(one) for stem, one in kept.items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Remembered(path)

    def note(self, stem: str, draft: Draft, tests_revision: int) -> None:
        """Remember what stands in the database now."""
        self.flows[stem] = {"id": str(draft.id), "revision": draft.revision, "tests_revision": tests_revision}

    def save(self) -> None:
        """Write it."""
        self.path.write_text(json.dumps({"flows": self.flows}, indent=1, sort_keys=True) + "\n", encoding="utf-8")

    def revision(self, stem: str, flow: FlowId, kind: str) -> int | None:
        """The revision at which this flow was last seen here."""
        known = self.flows.get(stem, {})
        found = known.get(kind) if known.get("id") == str(flow) else None
        return found if isinstance(found, int) else None


async def pull(tx: Transaction, folder: Path, types: NodeTypes) -> list[str]:
    """Write every flow of the organization into the folder; files that mean the same stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    known = {str(one.definition.get("id")): one for one in load(find([folder]), types) if one.text is not None}
    drafts = [await editing.get_draft(tx, one.id) for one in await editing.list_flows(tx)]
    names = {str(draft.id): draft.name for draft in drafts}
    remembered, taken = Remembered.of(folder), {one.stem for one in known.values()}
    lines: list[str] = []
    for draft in sorted(drafts, key=lambda draft: (fold(draft.name), draft.id)):
        file = known.get(str(draft.id))
        path = file.path if file else folder / f"{_free(draft.name, taken)}{ENDINGS[0]}"
        text = write(draft.definition, bot=draft.bot_name, names=names)
        lines += _write(path, text, is_same=file is not None and _means(file, draft))
        revision, cases = await testing.get_tests(tx, draft.id)
        if cases.strip() or tests_beside(path).is_file():
            beside = tests_beside(path)
            lines += _write(beside, cases, is_same=beside.is_file() and beside.read_text(encoding="utf-8") == cases)
        remembered.note(stem_of(path), draft, revision)
    remembered.save()
    left = sorted(one.path.name for id_, one in known.items() if id_ not in names)
    return [*lines, *(f"sobra     {name} (não é um fluxo desta organização)" for name in left)]


def _means(file: FlowFile, draft: Draft) -> bool:
    """Does the file say what the draft is? Then its comments and its order stay."""
    return file.definition == draft.definition and file.text is not None and file.text.bot == draft.bot_name


def _write(path: Path, text: str, *, is_same: bool) -> list[str]:
    if is_same:
        return [f"igual     {path.name}"]
    word = "mudou    " if path.is_file() else "novo     "
    path.write_text(text, encoding="utf-8")
    return [f"{word} {path.name}"]


def _free(name: str, taken: set[str]) -> str:
    """A file name made of the flow's, that no other file has."""
    base = "-".join(words(name))[:_LONGEST].strip("-") or "fluxo"
    stem = next(one for at in range(1, len(taken) + 2) if (one := base if at == 1 else f"{base}-{at}") not in taken)
    taken.add(stem)
    return stem


@dataclass(frozen=True, slots=True)
class Pushing:
    """How a push goes: whether it writes over changes made meanwhile, and whether it publishes."""

    force: bool
    publish: bool
    sessions: Sessions = "stay"
    """What becomes of people in the middle of a flow that is published."""


@dataclass(slots=True)
class Pushed:
    """What a push did: the lines to show, and the versions that were published."""

    lines: list[str] = field(default_factory=list)
    published: list[tuple[FlowId, str, publishing.Publication]] = field(default_factory=list)
    remembered: Remembered | None = None
    """To be saved once the transaction is committed."""


async def push(tx: Transaction, folder: Path, files: Sequence[FlowFile], library: FlowLibrary, how: Pushing) -> Pushed:
    """Make the drafts of the organization what the files say, all or none. Raises Refused, DomainError."""
    done = Pushed()
    targets: dict[str, Draft] = {}
    for file in files:
        targets[file.stem] = await _target(tx, library, file, done.lines)
    ids = {str(file.definition["id"]): str(targets[file.stem].id) for file in files}
    remembered = Remembered.of(folder)
    for file in files:
        done.lines += await _push_one(tx, library, file, targets[file.stem], ids, remembered, how)
    if how.publish:
        for file in _called_first(files):
            await _publish(tx, library, targets[file.stem].id, how, done)
    for file in files:
        revision, _ = await testing.get_tests(tx, targets[file.stem].id)
        remembered.note(file.stem, await editing.get_draft(tx, targets[file.stem].id), revision)
    done.remembered = remembered
    return done


async def _target(tx: Transaction, library: FlowLibrary, file: FlowFile, lines: list[str]) -> Draft:
    """The flow that a file stands for; a new one where there is none."""
    bot = file.text.bot if file.text else ""
    listed = meant_by(file, await editing.list_flows(tx))
    if listed is not None:
        return await editing.get_draft(tx, listed.id)
    owner = await _bot(tx, bot, lines) if bot else None
    name = str(file.definition.get("name") or file.stem)
    created = await editing.create(tx, SYSTEM, library, name=name, bot=owner, definition=file.definition)
    lines.append(f"novo      {name}")
    return await editing.get_draft(tx, created)


def meant_by(file: FlowFile, flows: Sequence[ListedFlow]) -> ListedFlow | None:
    """The flow of an organization that a file stands for: by its id, else by its name and bot. Raises Refused where
    several have that name."""
    by_id = next((one for one in flows if str(one.id) == str(file.definition.get("id"))), None)
    if by_id is not None:
        return by_id
    name, bot = fold(str(file.definition.get("name") or file.stem)), fold(file.text.bot if file.text else "")
    alike = [one for one in flows if fold(one.name) == name and fold(one.bot_name) == bot]
    if len(alike) > 1:
        raise Refused(f"{file.path}: há {len(alike)} fluxos com esse nome; ponha no arquivo o “id” do certo.")
    return alike[0] if alike else None


async def _bot(tx: Transaction, name: str, lines: list[str]) -> BotId:
    known = next((bot.id for bot in await bots.list_bots(tx) if fold(bot.name) == fold(name)), None)
    if known is not None:
        return known
    lines.append(f"robô      {name}")
    return await publishing.create_bot(tx, name=name)


async def _push_one(
    tx: Transaction, library: FlowLibrary, file: FlowFile, draft: Draft, ids: Mapping[str, str],
    remembered: Remembered, how: Pushing,
) -> list[str]:  # fmt: skip
    definition = {**with_flows(file.definition, ids, library.types), "id": str(draft.id)}
    changes = differences(draft.definition, definition, library.types)
    lines: list[str] = []
    if definition != draft.definition:
        seen = remembered.revision(file.stem, draft.id, "revision")
        if seen is not None and seen != draft.revision and not how.force:
            raise Refused(_changed_meanwhile(file, draft))
        await editing.save_draft(tx, SYSTEM, library, draft.id, revision=draft.revision, definition=definition)
        lines = [f"enviado   {draft.name}", *(f"            {one.sentence}" for one in changes)]
    revision, text = await testing.get_tests(tx, draft.id)
    if file.cases_text and file.cases_text != text:
        seen = remembered.revision(file.stem, draft.id, "tests_revision")
        if seen is not None and seen != revision and not how.force:
            raise Refused(
                f"{tests_beside(file.path)}: os testes de “{draft.name}” mudaram no painel depois do último pull."
            )
        await testing.save_tests(tx, SYSTEM, draft.id, revision=revision, text=file.cases_text)
        lines.append(f"testes    {draft.name}")
    return lines or [f"igual     {draft.name}"]


def _changed_meanwhile(file: FlowFile, draft: Draft) -> str:
    by = f" por {draft.changed_by_name}" if draft.changed_by_name else ""
    at = f"{draft.changed_at:%d/%m/%Y %H:%M} UTC"
    return (
        f"{file.path}: “{draft.name}” foi mudado no painel{by} em {at}, depois do último pull. "
        "Rode `recado flows pull` e junte as mudanças, ou use --force para escrever por cima."
    )


async def _publish(tx: Transaction, library: FlowLibrary, flow: FlowId, how: Pushing, done: Pushed) -> None:
    listed = next(one for one in await editing.list_flows(tx) if one.id == flow)
    if not listed.differs:
        return
    try:
        number = await publishing.publish_flow(
            tx, flow, library.types, revision=listed.revision, note="recado flows push"
        )  # fmt: skip
    except (FlowHasProblems, FlowUnreadable) as refusal:
        told = ", ".join(f"{one['node'] or 'fluxo'} ({one['code']})" for one in refusal.data["problems"][:5])
        raise Refused(f"“{listed.name}” não pode ser publicado: {told}. Nada foi enviado.") from refusal
    detail = {"number": number, "sessions": how.sessions}
    await audit(tx, SYSTEM, "flows.published", subject=("flow", flow), detail=detail)
    done.lines.append(f"publicado {listed.name}, versão {number}")
    done.published.append((flow, listed.name, publishing.Publication(number, after=None)))


async def treat_sessions(
    database: Database, organization: OrganizationId, library: FlowLibrary, done: Pushed, sessions: Sessions
) -> list[str]:
    """Let the open conversations of what was published go on in it, or begin anew: some in each transaction, so that
    nobody who writes meanwhile waits for long."""
    lines: list[str] = []
    for flow, name, published in done.published:
        treated = published
        while treated.after != publishing.ALL_TREATED:
            async with database.transaction(organization) as tx:
                treated = await publishing.treat_some(tx, library, flow, treated, sessions=sessions)
        if treated.moved or treated.restarted:
            lines.append(f"conversas {name}: {treated.moved} seguem na versão nova, {treated.restarted} recomeçam")
    return lines


def with_flows(definition: Mapping[str, Any], ids: Mapping[str, str], types: NodeTypes) -> dict[str, Any]:
    """The definition with the flows that it calls by their ids in this installation."""
    nodes = definition.get("nodes")
    if not isinstance(nodes, Mapping):
        return dict(definition)
    return {**definition, "nodes": {key: _with_flows(node, ids, types) for key, node in nodes.items()}}


def _with_flows(node: Any, ids: Mapping[str, str], types: NodeTypes) -> Any:
    options = node.get("options") if isinstance(node, Mapping) else None
    if not isinstance(options, Mapping):
        return node
    changed = {name: ids[options[name]] for name in called_by(node, types) if options.get(name) in ids}
    return {**node, "options": {**options, **changed}} if changed else node


def called_by(node: Mapping[str, Any], types: NodeTypes) -> list[str]:
    """The options of a node that name another flow."""
    kind = types.get(str(node.get("type", "")).lower())
    properties = describe(kind.manifest.options)["properties"] if kind else {}
    return [name for name, schema in properties.items() if schema.get("widget") == "flow"]


def _called_first(files: Sequence[FlowFile]) -> list[FlowFile]:
    """Shared flows before those of bots: who calls one needs it published."""
    return sorted(files, key=lambda file: bool(file.text and file.text.bot))
