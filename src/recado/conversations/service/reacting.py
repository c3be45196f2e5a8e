"""How does somebody answer a message with an emoji, or take it back?"""

from __future__ import annotations

from uuid import UUID

from recado.channels.models import OutgoingMessage
from recado.conversations.inbox_errors import CannotReact, NotAnEmoji
from recado.conversations.models import Actor, Author, ConversationId
from recado.conversations.rules import reacting as rules
from recado.conversations.service import verbs
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.store import reading
from recado.conversations.store import verbs as verbs_store
from recado.foundation.database import Transaction


async def react(
    tx: Transaction, id_: ConversationId, ports: Ports, actor: Actor, viewer: verbs.Viewer, *, to: UUID, emoji: str
) -> None:
    """Let `emoji` stand under a message of the person, or none where it is empty; what stands there already is not sent again.

    An emoji answers nobody: it neither takes the conversation nor silences the bot. Raises `NotAnEmoji`, `CannotReact`,
    `MessageNotFound`, `ConversationArchived`, `TakenByOther`, `WindowClosed`, `OptedOut`, `ChannelUnavailable`.
    """
    if emoji and not rules.is_one_emoji(emoji):
        raise NotAnEmoji
    desk, conversation = await verbs.lay(tx, id_, ports, viewer)
    verbs.refuse_archived(conversation)
    await verbs.refuse_taken(tx, conversation, actor)
    target = await verbs_store.in_thread(tx, id_, to)
    why = rules.why_not(
        direction=target["direction"], type_=target["type"], revoked=target["revoked"], sent_at=target["created_at"],
        now=desk.now,
    )  # fmt: skip
    if why:
        raise CannotReact(why=why)
    about = str(target["provider_id"])
    ours = [row for row in await reading.reactions(tx, id_, [about]) if row["author"] != Author.CONTACT]
    if emoji == (ours[-1]["emoji"] if ours else ""):
        return
    message = OutgoingMessage(reaction=emoji, about=about)
    await verbs.refuse_what_cannot_leave(tx, desk, conversation, message, ports)
    desk.say(id_, message, actor)
    await save(tx, desk)
