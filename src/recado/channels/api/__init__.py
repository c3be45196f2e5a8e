"""Which routes do channels have?"""

from __future__ import annotations

from recado.channels.api import channels, templates

routers = (channels.router, templates.router)
