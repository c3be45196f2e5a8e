"""What may be done with a person's data, and why?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NOTICE_VERSION = "2026-11"
"""Changes whenever the words of the notice change, so that each consent says to what."""


YES_ID, NO_ID = "recado:consent:yes", "recado:consent:no"
"""Ids of the two buttons under the notice."""


class ConsentSetting(StrEnum):
    """How an organization asks: before anything else, by the person's own writing, or not at all (another basis)."""

    ASK = "ask"
    ON_REPLY = "on_reply"
    OFF = "off"


class ConsentState(StrEnum):
    """How a person answered, last."""

    UNASKED = "unasked"
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The purpose may be served. `reason` says on what ground."""

    reason: str


@dataclass(frozen=True, slots=True)
class MustAsk:
    """The notice goes out first, once; nothing else runs."""

    reason: str = "consent_not_asked"


@dataclass(frozen=True, slots=True)
class Denied:
    """Nothing runs for this purpose. `reason` says why."""

    reason: str


Decision = Allowed | MustAsk | Denied


class ConsentAnswer(StrEnum):
    """What a person's answer to the notice means."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Wish(StrEnum):
    """A word that works at any moment, whatever else is going on."""

    NONE = "none"
    OPT_OUT = "opt_out"
    OPT_OUT_IF_IDLE = "opt_out_if_idle"
    """Means opting out only where no flow waits for an answer: "cancelar" may be about an appointment."""
    OPT_IN = "opt_in"
    PERSON = "person"
