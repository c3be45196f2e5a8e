"""Which plugins make up this product? The one file that names them."""

from __future__ import annotations

from collections.abc import Mapping

import aiohttp

from recado.channels.adapter import Adapter
from recado.channels.adapters.evolution.adapter import Evolution
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.flows.engine.node_type import NodeTypes, node_types
from recado.flows.nodes import (
    api_call,
    condition,
    create_deal,
    end,
    hand_to_human,
    message,
    move_stage,
    question,
    run_flow,
    set_contact,
    set_variable,
    split,
    start,
    tag,
    wait,
    webhook,
)
from recado.foundation.egress.client import Egress


def adapters(client: aiohttp.ClientSession | None, way_out: Egress | None = None) -> Mapping[str, Adapter]:
    """Return every channel adapter by its key; without a client they can read and word, but not call.

    `way_out` reaches addresses that a provider names elsewhere than at its own.
    """
    return {adapter.manifest.key: adapter for adapter in (WhatsAppCloud(client, way_out), Evolution(client))}


def installed_nodes() -> NodeTypes:
    """Return every node type that flows may use."""
    return node_types(
        start, message, question, condition, split, set_variable, set_contact, tag, create_deal, move_stage, wait, run_flow,
        api_call, webhook,
        hand_to_human, end,
    )  # fmt: skip


PROVIDER_HOSTS = ("facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.com", "whatsapp.net", "instagram.com")
"""Hosts whose credentials this platform holds, with all names below them: no flow calls them, whatever it is told."""


LITERAL_WEBHOOKS: Mapping[str, str] = {
    "/api/v1/whatsapp/webhook": "whatsapp_cloud",
    "/webhook/whatsapp": "whatsapp_cloud",
}
"""Paths that clients know by heart and that name no channel, with the adapter they belong to."""


TOLD_FACTS: Mapping[str, str] = {
    "conversations.conversation_opened": "Uma conversa começou",
    "conversations.message_received": "Uma mensagem chegou",
    "conversations.message_queued": "Uma mensagem foi escrita para sair",
    "conversations.message_status_changed": "O recibo de uma mensagem mudou",
    "conversations.state_changed": "Uma conversa mudou de estado",
    "conversations.answerer_changed": "Quem responde mudou (bot ou pessoa)",
    "conversations.handoff_opened": "Um transbordo foi aberto",
    "conversations.note_added": "Uma nota foi escrita",
    "conversations.csat_answered": "A pesquisa de satisfação foi respondida",
    "whatsapp:status": "O estado de um canal mudou",
    "whatsapp:disconnected": "Um canal caiu ou foi desligado",
}
"""Facts that an organization may have an address told of, in the words of its settings screen."""
