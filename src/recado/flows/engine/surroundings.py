"""What stands around a flow that is inspected: channels, other flows, templates?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recado.flows.engine.definition import Flow
from recado.flows.engine.limits import WHATSAPP, ChannelLimits
from recado.flows.engine.templates import KnownTemplate


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an inspection may hold a flow against. None means not known: then nothing is said about it.

    `channels` are those the bot serves; `flows` the others that can be called, by id; `templates` the approved ones;
    `secrets` the organization's, each with the origins it may travel to.
    """

    channels: Sequence[ChannelLimits] = (WHATSAPP,)
    flows: Mapping[str, Flow] | None = None
    templates: Sequence[KnownTemplate] | None = None
    secrets: Mapping[str, Sequence[str]] | None = None
