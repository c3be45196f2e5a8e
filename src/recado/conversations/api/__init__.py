"""Which requests about conversations are answered?"""

from __future__ import annotations

from recado.conversations.api import acts, dead_letters, media, overview, threads

routers = (threads.router, acts.router, media.router, overview.router, dead_letters.router)
