"""What does a webhook say about a template?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from recado.channels.models import ChannelEvent, Json
from recado.channels.templates.models import StatusChange

STATUS = "message_template_status_update"
QUALITY = "message_template_quality_update"
CATEGORY = "template_category_update"
COMPONENTS = "message_template_components_update"
FIELDS = frozenset({STATUS, QUALITY, CATEGORY, COMPONENTS})
_TEXT = 2_000
_WORDS = 120


def status_of(value: Json) -> StatusChange:
    """Read a change of state; words of state are capitals, whatever came."""
    rejection, other, disabled = (_object(value, key) for key in ("rejection_info", "other_info", "disable_info"))
    return StatusChange(
        *named(value),
        status=_word(value, "event"),
        reason=_reason(value),
        category=_word(value, "message_template_category"),
        detail=_word(other, "title") or clean(disabled.get("disable_date"), _WORDS),
        hint=clean(rejection.get("recommendation") or other.get("description"), _TEXT),
    )


def named(value: Json) -> tuple[str, str, str]:
    """Name, language (`pt-BR` is `pt_BR`) and the provider's id, which is a number in webhooks."""
    language = clean(value.get("message_template_language"), _WORDS).replace("-", "_")
    return clean(value.get("message_template_name"), 512), language, clean(value.get("message_template_id"), _WORDS)


def quality_of(value: Json) -> tuple[str, str]:
    """The new score and the one before."""
    return _word(value, "new_quality_score"), _word(value, "previous_quality_score")


def category_of(value: Json) -> tuple[str, str, str]:
    """The category now, the one before, and the one that the provider will put it into."""
    return _word(value, "new_category"), _word(value, "previous_category"), _word(value, "correct_category")


def moment_of(event: ChannelEvent, received: datetime) -> datetime:
    """When it was so: the provider's moment, else when it came."""
    return event.at or received


def clean(value: Any, most: int) -> str:
    """Return a text or a number as text that PostgreSQL can keep; nothing for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).replace("\x00", "")[:most]


def _reason(value: Json) -> str:
    reason = _word(value, "reason")
    return "" if reason in ("NONE", "NULL") else reason


def _word(value: Json, key: str) -> str:
    return clean(value.get(key), _WORDS).strip().upper()


def _object(value: Json, key: str) -> Json:
    inner = value.get(key)
    return inner if isinstance(inner, dict) else {}
