"""Which flow versions does this process hold ready to run?"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import msgspec

from recado.flows.engine.definition import DefinitionInvalid, Flow, FlowSet, read_definition
from recado.flows.engine.limits import Limits
from recado.flows.engine.node_type import NodeTypes
from recado.flows.models import Bot, FlowVersionId, Published
from recado.flows.recording import Surroundings, surroundings_of
from recado.flows.store import running as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import OrganizationId

_KEPT = 2_000
"""Compiled versions in memory. They never change, so nothing has to be dropped but for room."""

_TAGS = b"contact.tags"

_log = logging.getLogger(__name__)
_Key = tuple[OrganizationId, UUID, int]


class FlowLibrary:
    """Compiled flow versions by organization, flow and number."""

    def __init__(self, types: NodeTypes, *, limits: Limits) -> None:
        self._types = types
        self._limits = limits
        self._flows: OrderedDict[_Key, tuple[Flow, FlowVersionId]] = OrderedDict()
        self._reading_tags: set[_Key] = set()
        self._sets: OrderedDict[tuple[object, ...], FlowSet] = OrderedDict()
        self._surroundings: OrderedDict[tuple[object, ...], Surroundings] = OrderedDict()

    @property
    def types(self) -> NodeTypes:
        """The node types that are installed."""
        return self._types

    async def load(self, tx: Transaction, wanted: Collection[tuple[UUID, int]]) -> None:
        """Have these (flow, number) ready; one that does not exist or cannot be read stays absent, and `advance` says so."""
        missing = []
        for pair in set(wanted):
            if (tx.organization_id, *pair) in self._flows:
                self._flows.move_to_end((tx.organization_id, *pair))
            else:
                missing.append(pair)
        if not missing:
            return
        for flow_id, number, version, definition in await store.versions(tx, missing):
            try:
                flow = read_definition(definition, self._types, version=number)
            except DefinitionInvalid:
                # One that this release cannot read must not stop the organization's other bots.
                _log.exception("a published flow cannot be read", extra={"organization": str(tx.organization_id)})
                continue
            self._flows[tx.organization_id, flow_id, number] = (replace(flow, id=str(flow_id)), version)
            if _TAGS in msgspec.json.encode(definition):
                self._reading_tags.add((tx.organization_id, flow_id, number))
        while len(self._flows) > _KEPT:
            self._reading_tags.discard(self._flows.popitem(last=False)[0])

    def version_id(self, organization: OrganizationId, flow: str, number: int) -> FlowVersionId | None:
        """Return the row id of a version that is ready."""
        try:
            found = self._flows.get((organization, UUID(flow), number))
        except ValueError:
            return None
        return found[1] if found else None

    def callable_by(
        self, organization: OrganizationId, bot: UUID | None, published: Sequence[Published]
    ) -> dict[str, Flow]:
        """Return the published flows that are ready and that a flow of this bot (None: a shared one) may call, by id."""
        return {
            str(one.flow): held[0]
            for one in published
            if one.bot in (None, bot)
            and (held := self._flows.get((organization, UUID(str(one.flow)), one.number))) is not None
        }

    def compiled(self, organization: OrganizationId, flow: UUID, number: int) -> Flow | None:
        """Return a version that is ready."""
        found = self._flows.get((organization, flow, number))
        return found[0] if found else None

    def read_tags(self, organization: OrganizationId, versions: Collection[tuple[UUID, int]]) -> bool:
        """Does one of these versions look at the contact's tags? Only then are they worth a query."""
        return bool(self._reading_tags) and any((organization, *pair) in self._reading_tags for pair in versions)

    def surroundings(self, flows: FlowSet) -> Surroundings:
        """Return what is kept of a flow set with each turn that ran with it."""
        key = (flows.bot, flows.bot_name, flows.entry, flows.expiry, frozenset(flows.published.items()))
        found = self._surroundings.get(key)
        if found is None:
            found = self._surroundings[key] = surroundings_of(flows)
            if len(self._surroundings) > _KEPT:
                self._surroundings.popitem(last=False)
        return found

    def flow_set(
        self,
        organization: OrganizationId,
        bot: Bot,
        published: Sequence[Published],
        pinned: Mapping[str, int],
    ) -> FlowSet:
        """Return what `advance` needs for a bot: its flows and the shared ones as published, and what a session is pinned to."""
        current = [one for one in published if one.bot in (None, bot.id)]
        wanted = {(str(one.flow), one.number) for one in current} | set(pinned.items())
        key = (organization, bot, frozenset(wanted), frozenset((str(one.flow), one.number) for one in current))
        found = self._sets.get(key)
        if found is None:
            found = FlowSet(
                bot=str(bot.id),
                bot_name=bot.name,
                entry=str(bot.entry),
                flows={
                    (flow, number): held[0]
                    for flow, number in wanted
                    if (held := self._flows.get((organization, UUID(flow), number))) is not None
                },
                published={str(one.flow): one.number for one in current},
                types=self._types,
                expiry=timedelta(minutes=bot.session_minutes),
                limits=self._limits,
            )
            if len(found.flows) < len(wanted):
                return found  # something was missing a moment ago and may be there the next time
            self._sets[key] = found
            if len(self._sets) > _KEPT:
                self._sets.popitem(last=False)
        return found
