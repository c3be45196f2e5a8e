"""What is known of a template, and of the last time its channel's listing was asked for?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recado.channels.models import Json, Template

CHANGED = "templates.changed"
"""Fact with {channel_id}: what is known of its templates is not what it was."""
SYNC = "channels.sync_templates"
"""Job with {channel_id, asked_at}: ask the provider for its listing, unless somebody did so after that moment."""
DELETED = "DELETED"
PENDING = "PENDING"
APPROVED = "APPROVED"
_VARIABLE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}", re.ASCII)


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A template as it stands here. `known` is what the provider listed; `complete` says that its parts are known.

    `detail` and `hint` are the provider's words beside a state: which pause it is, what a reviewer advises.
    """

    id: UUID
    channel: UUID
    known: Template
    previous_category: str
    correct_category: str
    detail: str
    hint: str
    previous_quality: str
    synced_at: datetime
    created_at: datetime

    @property
    def complete(self) -> bool:
        return bool(self.known.components)

    @property
    def takes(self) -> Takes:
        """How much each part takes, read from its definition."""
        body = header = 0
        media = ""
        buttons: tuple[str, ...] = ()
        for part in self.known.components:
            kind, form = str(part.get("type", "")).upper(), str(part.get("format", "TEXT")).upper()
            if kind == "BODY":
                body = _variables(part)
            elif kind == "HEADER" and form == "TEXT":
                header = _variables(part)
            elif kind == "HEADER":
                media = form.lower()
            elif kind == "BUTTONS" and isinstance(part.get("buttons"), list):
                buttons = tuple(str(one.get("type", "")).lower() for one in part["buttons"] if isinstance(one, dict))
        return Takes(body, header, media, buttons)


@dataclass(frozen=True, slots=True)
class Takes:
    """How many variables body and header take, which file the header shows, and the kinds of the buttons in their order."""

    body: int
    header: int
    media: str
    buttons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sync:
    """How the last asking for a channel's listing went. `problem` is a code; `found` counts what was listed."""

    channel: UUID
    finished_at: datetime | None
    running: bool
    problem: str
    found: int


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A state that the provider tells of by webhook."""

    name: str
    language: str
    provider_id: str
    status: str
    reason: str
    category: str
    detail: str
    hint: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which templates are looked for; empty fields do not narrow."""

    channel: UUID | None = None
    q: str = ""
    status: str = ""
    name: str = ""
    language: str = ""
    limit: int = 100
    after: UUID | None = None


def _variables(part: Json) -> int:
    text = part.get("text")
    return len(set(_VARIABLE.findall(text))) if isinstance(text, str) else 0
