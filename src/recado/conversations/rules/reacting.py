"""May a message be answered with an emoji, and is this one?"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

OLDEST = timedelta(days=30)
"""Cloud API, reaction messages: to a message of more than 30 days a reaction is refused (131009)."""

_BASE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
)
_ONE = rf"{_BASE}\ufe0f?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
_EMOJI = re.compile(rf"(?:[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}|{_ONE}(?:\u200d{_ONE})*)")


def is_one_emoji(text: str) -> bool:
    """Tell whether a phone draws `text` as one picture: a face, a flag, a key, a family."""
    return _EMOJI.fullmatch(text) is not None


def why_not(*, direction: str, type_: str, revoked: bool, sent_at: datetime, now: datetime) -> str:
    """Return why this message takes no reaction of ours, as a code; empty where it does."""
    if direction != "in" or type_ in {"reaction", "system", "edit", "revoke", "unsupported"}:
        return "not_reactable"
    if revoked:
        return "revoked"
    return "too_old" if now - sent_at > OLDEST else ""
