"""How does the embedded server refuse?"""

from __future__ import annotations


class EmbeddedPostgresFailed(Exception):
    """The embedded server could not be made, started or reached; the text is one sentence for a person."""
