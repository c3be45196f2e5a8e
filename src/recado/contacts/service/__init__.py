"""What can be done with people?

Other modules call these; the rest of the room belongs to this module's own api and tasks.
"""

from __future__ import annotations

from recado.contacts.service.identity import (
    find,
    label,
    learn_address,
    opt_in,
    opt_out,
    read,
    recognise,
    remember_fields,
    resume_marketing,
    stop_marketing,
    tags_of,
)

__all__ = [
    "find",
    "label",
    "learn_address",
    "opt_in",
    "opt_out",
    "read",
    "recognise",
    "remember_fields",
    "resume_marketing",
    "stop_marketing",
    "tags_of",
]
