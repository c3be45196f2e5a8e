"""What stands in the place of a block that cannot be carried?"""

from __future__ import annotations

from recado.flows.imports.typebot.export import Block, text_of
from recado.flows.imports.typebot.kinds import kind_name
from recado.flows.imports.typebot.work import Ending, Link, Work

_PEOPLE = frozenset({"Chatwoot", "zendesk"})
_MEASURES = frozenset({"Google Analytics", "Pixel", "segment", "posthog"})
_INTEGRATIONS = frozenset(
    {
        "Google Sheets", "OpenAI", "Email", "Zapier", "Make.com", "Pabbly", "openai", "anthropic", "mistral", "groq",
        "deepseek", "dify-ai", "open-router", "perplexity", "together-ai", "elevenlabs", "cal-com", "chat-node", "gmail",
        "nocodb", "qr-code", "blink",
    }
)  # fmt: skip


def hold_place(work: Work, block: Block, onward: Link, label: str, ids: list[object] | None = None) -> Link:
    """A node that changes nothing and says on the canvas what has to be built here: the way in and out stays."""
    name = next((found for id in ids or () if (found := work.names.of(id))), "")
    if not name:
        name = work.pending()
    return work.assign(block.at.group, {name: f"{{{{ {name} }}}}"}, onward, label)


def stand_in(work: Work, block: Block, onward: Link) -> Link:
    """For everything that no converter knows."""
    name = kind_name(block.type)
    if block.type in _MEASURES:
        work.tell(block, "measuring_left", name=name)
        return hold_place(work, block, onward, f"Não se aplica: {name}")
    if block.type in _PEOPLE:
        return _person(work, block, onward)
    action = text_of(block.options.get("action"))
    if block.type in _INTEGRATIONS:
        work.tell(block, "integration", name=name, action=f" ({action})" if action else "")
    else:
        work.tell(block, "unknown_block", name=name)
    return hold_place(work, block, onward, f"Refazer: {name}" + (f" ({action})" if action else ""))


def _person(work: Work, block: Block, onward: Link) -> Link:
    """Where nothing follows, a desk for people means that one takes over; where something does, that is only likely."""
    if not isinstance(work.later(onward), Ending):
        work.tell(block, "hand_over_proposed", name=block.type)
        return hold_place(work, block, onward, f"Refazer: {block.type}")
    work.tell(block, "hand_over", name=block.type)
    return work.add(block.at.group, "hand_to_human", {"reason": f"Vinha de {block.type} no bot original"}, {})
