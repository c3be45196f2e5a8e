"""What do automations publish?"""

from __future__ import annotations

CHANGED = "automations.changed"
"""One was written, switched or removed; `data` names it."""
RAN = "automations.ran"
"""Runs were settled; `data` names their automations. No automation hears it."""
