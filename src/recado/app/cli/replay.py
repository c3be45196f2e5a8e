"""How is a conversation of the past played again in the terminal, as it was or with another version of a flow?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from recado.app.cli.terminal import House, Refused, with_house
from recado.app.installed import installed_nodes
from recado.conversations.models import ConversationId
from recado.conversations.service.verbs import find
from recado.flows.engine.definition import Flow
from recado.flows.engine.limits import Limits
from recado.flows.library import FlowLibrary
from recado.flows.rules.replaying import Divergence, Played, Verdict
from recado.flows.rules.telling import told
from recado.flows.service.replaying import Replayed, conversations_between, find_version, replay_conversation
from recado.foundation.text import clip
from recado.organizations.service import get_organization

group = typer.Typer()
DIFFERS = 2
"""Exit code where something came out, or would come out, otherwise; 1 is a refusal, as everywhere."""
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_DECEMBER = 12
_SHOWN = 160


@group.command()
def replay(
    conversation: Annotated[str, typer.Argument(help="Número da conversa ou telefone.", metavar="[CONVERSA]")] = "",
    organization: Annotated[str, typer.Option(help="Nome curto da organização; vazio vale quando só há uma.")] = "",
    flow: Annotated[
        str, typer.Option(help="Outra versão: 7, rascunho, ou Nome do fluxo:7. Mostra onde o resultado seria outro.")
    ] = "",
    all_of: Annotated[str, typer.Option(help="Todas as conversas de um mês, como 2026-10.", metavar="AAAA-MM")] = "",
) -> None:
    """Refazer uma conversa com o que ficou registrado de cada turno. Termina com 2 se algo sai diferente."""
    if bool(conversation) == bool(all_of):
        raise typer.BadParameter("diga uma conversa, ou um mês com --all-of")
    month = _MONTH.fullmatch(all_of) if all_of else None
    if all_of and month is None:
        raise typer.BadParameter("o mês se escreve 2026-10", param_hint="--all-of")
    asked = _Asked(conversation, organization, flow, (int(month[1]), int(month[2])) if month else None)
    report = with_house(lambda house: _replay(house, asked))
    for line in report.lines:
        typer.echo(line)
    if report.differs:
        raise typer.Exit(DIFFERS)


@dataclass(frozen=True, slots=True)
class _Asked:
    conversation: str
    organization: str
    flow: str
    month: tuple[int, int] | None


@dataclass(slots=True)
class _Report:
    zone: ZoneInfo
    is_long: bool
    """One conversation is told turn by turn; of many, only those that differ."""
    lines: list[str] = field(default_factory=list)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    conversations: int = 0
    different: int = 0

    @property
    def differs(self) -> bool:
        return self.different > 0

    def add(self, found: Replayed, other: Flow | None) -> None:
        """Tell one conversation."""
        self.conversations += 1
        self.verdicts.update(one.verdict for one in found.turns)
        is_different = any(one.verdict is Verdict.DIFFERENT for one in found.turns) or bool(found.divergences)
        self.different += is_different
        if not self.is_long and is_different:
            self.lines.append(f"Conversa {found.conversation}:")
        if other is None:
            self.lines += _turns(found.turns, self.zone, every=self.is_long)
        for one in found.divergences:
            self.lines += _divergence(one, self.zone)

    def end(self, other: Flow | None) -> None:
        """Add the sums."""
        if not self.conversations:
            self.lines.append("Nenhuma conversa com fluxo nesse período.")
            return
        if other is not None:
            version = f"versão {other.version}" if other.version else "o rascunho"
            self.lines.append(
                f"Com {version} de “{other.name}”: {self.conversations - self.different} de {self.conversations} "
                f"conversas terminariam iguais, {self.different} sairiam diferentes."
            )
        self.lines.append(_sums(self.verdicts))


async def _replay(house: House, asked: _Asked) -> _Report:
    library = FlowLibrary(installed_nodes(), limits=Limits(iterations=house.settings.max_flow_iterations))
    async with house.database.transaction(None) as tx:
        organization = await house.organization(tx, asked.organization)
        zone = ZoneInfo((await get_organization(tx)).time_zone)
        other = await find_version(tx, library, asked.flow) if asked.flow else None
        if asked.month is None:
            wanted = [await find(tx, asked.conversation)]
        else:
            wanted = await conversations_between(tx, *_month(asked.month, zone))
    report = _Report(zone, is_long=asked.month is None)
    for one in wanted:  # one transaction each: a month may take minutes, and nothing else shall wait for it
        async with house.database.transaction(organization) as tx:
            report.add(await replay_conversation(tx, library, ConversationId(one), other), other)
    if asked.month is None and not report.verdicts:
        raise Refused("Essa conversa não teve nenhum turno de fluxo.")
    report.end(other)
    return report


def _month(month: tuple[int, int], zone: ZoneInfo) -> tuple[datetime, datetime]:
    year, number = month
    following = (year + 1, 1) if number == _DECEMBER else (year, number + 1)
    return datetime(year, number, 1, tzinfo=zone), datetime(*following, 1, tzinfo=zone)


def _turns(turns: Sequence[Played], zone: ZoneInfo, *, every: bool) -> Iterator[str]:
    for one in turns:
        if every or one.verdict is Verdict.DIFFERENT:
            yield f"{_head(one, zone)} {_WORDS[one.verdict]}"
        if one.verdict is Verdict.DIFFERENT and one.turn is not None:
            yield from _indented("ficou registrado", [f"disse “{clip(text, _SHOWN)}”" for text in one.kept.answered])
            yield from _indented("sai agora", told(one.turn, zone))


_WORDS = {
    Verdict.SAME: "igual, byte a byte",
    Verdict.ALIKE: "igual em tudo o que se vê; o estado é guardado de outra forma nesta versão do Recado",
    Verdict.DIFFERENT: "DIFERENTE",
    Verdict.UNKNOWN: "sem registro para refazer",
}


def _head(one: Played | Divergence, zone: ZoneInfo) -> str:
    kept = one.kept
    what = f"“{clip(' '.join(kept.said.split()), 60)}”" if kept.said else "(sem mensagem)"
    return f"{kept.at.astimezone(zone):%d/%m/%Y %H:%M:%S}  turno {kept.number}  {what}"


def _divergence(one: Divergence, zone: ZoneInfo) -> Iterator[str]:
    yield f"{_head(one, zone)} sairia DIFERENTE"
    yield from _indented("aconteceu", told(one.before, zone))
    yield from _indented("aconteceria", told(one.after, zone))


def _indented(title: str, sentences: Sequence[str]) -> Iterator[str]:
    yield f"    {title}: {sentences[0] if sentences else 'nada'}"
    margin = " " * (len(title) + 6)
    yield from (f"{margin}{sentence}" for sentence in sentences[1:])


def _sums(verdicts: Counter[Verdict]) -> str:
    total = sum(verdicts.values())
    parts = [f"{verdicts[Verdict.SAME]} de {total} turnos iguais byte a byte"]
    parts += [f"{verdicts[Verdict.ALIKE]} iguais no que se vê"] if verdicts[Verdict.ALIKE] else []
    parts += [f"{verdicts[Verdict.DIFFERENT]} diferentes"] if verdicts[Verdict.DIFFERENT] else []
    parts += [f"{verdicts[Verdict.UNKNOWN]} sem registro"] if verdicts[Verdict.UNKNOWN] else []
    return f"{', '.join(parts)}."
