"""How often may somebody try to sign in before they must wait?"""

from __future__ import annotations

from dataclasses import dataclass

from recado.organizations.models import Ceiling


@dataclass(frozen=True, slots=True)
class AttemptLimits:
    """The figures; NIST SP 800-63B asks for fewer than 100 failures in a row, these stay far below."""

    account_a_minute: int = 10
    account_an_hour: int = 40
    network_a_minute: int = 30
    network_an_hour: int = 200
    pair_a_minute: int = 5
    device_a_minute: int = 10
    codes_a_quarter: int = 5


def sign_in_ceilings(account: str, network: str, device: str | None, limits: AttemptLimits) -> tuple[Ceiling, ...]:
    """Return what is counted for one attempt; the three are opaque tokens.

    `device` is given where a device is known that has signed in to this very account before: it has a limit of its own,
    so that nobody can lock an owner out by failing in their name, from elsewhere or from the same network.
    """
    if device is not None:
        return (Ceiling(f"device:{device}", limits.device_a_minute, 60),)
    return (
        Ceiling(f"account:{account}", limits.account_a_minute, 60),
        Ceiling(f"account-hour:{account}", limits.account_an_hour, 3600),
        Ceiling(f"network:{network}", limits.network_a_minute, 60),
        Ceiling(f"network-hour:{network}", limits.network_an_hour, 3600),
        Ceiling(f"pair:{account}:{network}", limits.pair_a_minute, 60),
    )


def code_ceilings(user: str, limits: AttemptLimits) -> tuple[Ceiling, ...]:
    """Return what is counted for a one-time code: only who has the password comes here, so this locks nobody else out."""
    return (Ceiling(f"code:{user}", limits.codes_a_quarter, 900),)


def secret_ceilings(kind: str, network: str, limits: AttemptLimits) -> tuple[Ceiling, ...]:
    """Return what is counted where a long random secret is shown without an account (an invitation's token)."""
    return (Ceiling(f"{kind}:{network}", limits.network_a_minute, 60),)
