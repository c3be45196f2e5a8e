"""What does a refresh token that was shown mean?"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from recado.organizations.models import Refresh

GRACE = timedelta(seconds=10)
"""Two tabs that refresh at once, or an answer lost on its way: the older token still counts for so long."""
IDLE = timedelta(days=7)
SESSION_LENGTH = timedelta(days=30)


class Verdict(StrEnum):
    """What is to be done."""

    ROTATE = "rotate"
    REUSED = "reused"
    """Somebody keeps a copy: the session ends for both."""
    DEAD = "dead"


def judge_refresh(token: Refresh) -> Verdict:
    """Judge a token by the database's clock as it was when the token was locked."""
    if token.ended or token.session_expires_at <= token.present or token.issued_at + IDLE <= token.present:
        return Verdict.DEAD
    if token.rotated_at is not None and token.rotated_at + GRACE <= token.present:
        return Verdict.REUSED
    return Verdict.ROTATE
