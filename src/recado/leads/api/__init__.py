"""Which requests about pipelines and deals are answered?"""

from __future__ import annotations

from recado.leads.api import board, deals, pipelines

routers = (pipelines.router, board.router, deals.router)
