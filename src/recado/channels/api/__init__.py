"""Which routes do channels have?"""

from __future__ import annotations

from recado.channels.api import channels

routers = (channels.router,)
