"""Which signs of a text are emoji?"""

from __future__ import annotations

import re
from typing import Final

_BASE: Final = (
    "\U0001f000-\U0001f02f\U0001f0a0-\U0001f0ff\U0001f100-\U0001f1ff\U0001f200-\U0001f2ff\U0001f300-\U0001f3fa\U0001f400-\U0001faff"
    "\u2600-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23fa\u2934\u2935\u203c\u2049\u3030\u303d\u3297\u3299"
)
_MODIFIERS: Final = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_ONE: Final = re.compile(f"[{_BASE}][{_MODIFIERS}]*(?:\u200d[{_BASE}][{_MODIFIERS}]*)*|[0-9#*]\ufe0f?\u20e3")
_SPACES: Final = re.compile(r"[ \t]{2,}")
_BEFORE_SIGN: Final = re.compile(r"[ \t]+(?=[.,;:!?\n]|$)")


def emoji_of(text: str) -> tuple[str, ...]:
    """Return the emoji of `text` in their order; a family joined by invisible joiners is one."""
    return tuple(found[0] for found in _ONE.finditer(text))


def without_emoji(text: str, *, keep: int = 0) -> str:
    """Return `text` without its emoji but the first `keep`, and without the blanks that they leave behind."""
    left = keep

    def one(found: re.Match[str]) -> str:
        nonlocal left
        if found[0][0] in "0123456789#*":
            # A key cap is a figure in a box: the figure stays.
            return found[0][0]
        left -= 1
        return found[0] if left >= 0 else ""

    if _ONE.search(text) is None:
        return text
    return _BEFORE_SIGN.sub("", _SPACES.sub(" ", _ONE.sub(one, text))).strip()
