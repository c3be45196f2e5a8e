"""How do bots look on the wire?"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from recado.flows.models import BotSettings
from recado.flows.schemas.base import Input, Name, Output, Text

Keyword = Annotated[Text, Field(max_length=60)]
Keywords = Annotated[list[Keyword], Field(max_length=50)]


class BotSettingsInput(Input):
    """What can be set of a bot; what is absent stays. Times in milliseconds and minutes."""

    name: Name | None = None
    entry_flow_id: UUID | None = None
    keywords: Keywords | None = None
    bubble_window_ms: Annotated[int, Field(ge=0, le=30_000)] | None = None
    session_minutes: Annotated[int, Field(ge=1, le=525_600)] | None = None
    language: Literal["pt-BR", "en", "es"] | None = None
    fallback_text: Annotated[Text, Field(max_length=1_000)] | None = None
    is_fallback: bool | None = None


class BotInput(BotSettingsInput):
    """A new bot."""

    name: Name


class BotOutput(Output):
    """A bot and its settings."""

    id: UUID
    name: str
    entry_flow_id: UUID | None
    entry_flow_name: str
    keywords: list[str]
    bubble_window_ms: int
    session_minutes: int
    language: str
    fallback_text: str
    is_fallback: bool


class BotsOutput(Output):
    """The bots, oldest first."""

    items: list[BotOutput]


def bot(one: BotSettings) -> BotOutput:
    """Return a bot."""
    return BotOutput(
        id=one.id,
        name=one.name,
        entry_flow_id=one.entry,
        entry_flow_name=one.entry_name,
        keywords=list(one.keywords),
        bubble_window_ms=one.bubble_window_ms,
        session_minutes=one.session_minutes,
        language=one.language,
        fallback_text=one.fallback_text,
        is_fallback=one.is_fallback,
    )


def changes(body: BotSettingsInput) -> dict[str, object]:
    """Return what a caller wants changed, by the names of `BotSettings`. Null means something for the entry only."""
    named = {field: getattr(body, field) for field in body.model_fields_set}
    return {
        "entry" if field == "entry_flow_id" else field: value
        for field, value in named.items()
        if value is not None or field == "entry_flow_id"
    }
