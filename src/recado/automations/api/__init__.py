"""Which requests about automations are answered?"""

from __future__ import annotations

from recado.automations.api import automations, trying

routers = (trying.router, automations.router)
