"""Which requests about conversations are answered?"""

from __future__ import annotations

from recado.conversations.api import (
    acts,
    csat,
    dead_letters,
    delegation,
    handoffs,
    inbox,
    media,
    mentions,
    overview,
    quick_replies,
    reports,
    teamwork,
    threads,
    understanding,
    understanding_lessons,
    whatsapp_chat,
)

routers = (
    inbox.router,
    threads.router,
    acts.router,
    media.router,
    overview.router,
    whatsapp_chat.router,
    handoffs.router,
    delegation.router,
    dead_letters.router,
    reports.router,
    csat.router,
    teamwork.router,
    mentions.router,
    quick_replies.router,
    understanding.router,
    understanding_lessons.router,
)
