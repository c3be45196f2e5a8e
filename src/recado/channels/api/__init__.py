"""Which routes do channels have?"""

from __future__ import annotations

from recado.channels.api import channels, pairing, templates

routers = (channels.router, pairing.router, templates.router)
