"""Which routes do channels have?"""

from __future__ import annotations

from recado.channels.api import adding, channels, pairing, templates

routers = (channels.router, adding.router, pairing.router, templates.router)
