"""Which routes do people have?"""

from __future__ import annotations

from recado.contacts.api import imports, merging, people, settings

# Routes with a word in the path stand before the one with an id there.
routers = (settings.router, merging.router, imports.router, people.router)
"""In the order in which they are tried."""
