"""Are these settings of an organization meaningful?"""

from __future__ import annotations

import functools
import re
import zoneinfo

from recado.organizations.errors import BadSetting

CONSENTS = ("ask", "on_reply", "off")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?")
_LONGEST_WAIT = 60 * 24 * 30


def check_slug(slug: str) -> None:
    """Raise `BadSetting` unless the short name fits into an address: a-z, 0-9 and inner dashes, at most 48."""
    if not _SLUG.fullmatch(slug):
        raise BadSetting(field="slug")


@functools.cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def check_time_zone(name: str) -> None:
    """Raise `BadSetting` unless the zone is in the IANA database under this very name."""
    if name not in _zones():
        raise BadSetting(field="time_zone")


def check_consent(setting: str) -> None:
    """Raise `BadSetting` unless it is one of the three ways to ask."""
    if setting not in CONSENTS:
        raise BadSetting(field="consent")


def check_bot_returns(minutes: int | None) -> None:
    """Raise `BadSetting` unless the bot returns after 1 minute to 30 days, or only when handed back (None)."""
    if minutes is not None and not 1 <= minutes <= _LONGEST_WAIT:
        raise BadSetting(field="bot_returns_after_minutes")
