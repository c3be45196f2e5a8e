"""May this GET register our address at Meta, and what is answered?"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass

# Meta sends digits. Nothing else is ever echoed: the answer is text that a stranger chose.
_CHALLENGE = re.compile(r"[0-9]{1,20}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Handshake:
    """A well-formed request to verify the callback: the token to be checked and the challenge to be answered."""

    token: str
    challenge: str


class BadHandshake(Exception):
    """The request is not a verification. `code` is `mode`, `token` (answer 403) or `challenge` (answer 400)."""

    def __init__(self, code: str) -> None:
        super().__init__(f"handshake: {code}")
        self.code = code

    @property
    def status(self) -> int:
        """The HTTP status that says so."""
        return 400 if self.code == "challenge" else 403


def read_handshake(query: Mapping[str, str]) -> Handshake:
    """Read the three `hub.*` parameters, whose dots are part of their names."""
    if query.get("hub.mode") != "subscribe":
        raise BadHandshake("mode")
    token = query.get("hub.verify_token", "")
    if not token:
        raise BadHandshake("token")
    challenge = query.get("hub.challenge", "")
    if not _CHALLENGE.fullmatch(challenge):
        raise BadHandshake("challenge")
    return Handshake(token, challenge)


def token_matches(given: str, expected: str) -> bool:
    """Compare in constant time; a channel without a token accepts none."""
    return bool(expected) and hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())
