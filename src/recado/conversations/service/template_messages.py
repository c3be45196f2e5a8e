"""How does a template stand in its thread: with the words that the person will read?"""

from __future__ import annotations

from dataclasses import replace

import msgspec
from msgspec import structs

from recado.channels import service as channels
from recado.channels.models import OutgoingMessage
from recado.channels.template_models import TemplateValues
from recado.channels.templates import service as templates
from recado.conversations.errors import ChannelUnavailable
from recado.conversations.models import Conversation, Message
from recado.conversations.rules.wording import PREVIEW
from recado.conversations.service.desk import Desk
from recado.conversations.service.ports import Ports
from recado.foundation.database import Transaction
from recado.foundation.text import clip

_body = msgspec.json.Decoder(OutgoingMessage)


async def worded(
    tx: Transaction, conversation: Conversation, message: OutgoingMessage, values: TemplateValues | None, ports: Ports
) -> tuple[OutgoingMessage, dict[str, object] | None]:
    """Fill a person's template in and hold it against its definition; a message without one comes back as it is.

    Returns the message with the text that will be read, and what the thread keeps of it. Raises `TemplateRefused`,
    `TemplatesUnsupported`, `ChannelUnavailable`.
    """
    call = message.template
    if call is None:
        return message, None
    view = (await channels.views(tx, [conversation.channel], ports.adapters))[conversation.channel]
    adapter = ports.adapters.get(view.adapter)
    if adapter is None:
        raise ChannelUnavailable
    if message.media is not None:
        values = replace(values or TemplateValues(), media_follows=message.media.type)
    made, text, content = await templates.fill_call(tx, conversation.channel, adapter, call, values)
    return structs.replace(message, template=made, text=text or message.text), content or None


async def name_templates(tx: Transaction, desk: Desk, ports: Ports) -> None:
    """Give the templates that a flow sends the words that the person will read; one that nobody knows keeps its name."""
    for row in desk.outgoing:
        if '"template":null' in row.body:
            continue
        message = _body.decode(row.body)
        at = next((index for index, one in enumerate(desk.messages) if one.id == row.id and not one.text), None)
        view = (await channels.views(tx, [row.channel], ports.adapters)).get(row.channel)
        adapter = ports.adapters.get(view.adapter) if view else None
        if at is None or adapter is None or message.template is None:
            continue
        shown = await templates.shown(tx, row.channel, adapter, message.template)
        if shown is not None:
            text, content = shown
            _say(desk, at, text, content)


def _say(desk: Desk, at: int, text: str, content: dict[str, object]) -> None:
    said: Message = desk.messages[at]
    desk.messages[at] = replace(said, text=text, content={**(said.content or {}), **content})
    conversation = desk.conversations[said.conversation]
    if not any(one.conversation == said.conversation for one in desk.messages[at + 1 :]):
        desk.put(replace(conversation, last_message_preview=clip(text.replace("\n", " "), PREVIEW)))
