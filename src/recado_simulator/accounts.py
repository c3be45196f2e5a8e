"""Which businesses does the provider serve, with which secrets, and who may speak for them?"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from recado_simulator.identity import digits_of
from recado_simulator.journal import Journal
from recado_simulator.shapes import BadRequest, Json

STATES = ("ok", "unregistered", "locked", "payment", "maintenance", "restricted")


@dataclass(frozen=True, slots=True)
class Account:
    """One business number. `recipients`, when not empty, makes it a test number that may write to those alone."""

    phone_number_id: str
    waba_id: str
    display_phone_number: str
    name: str
    app_id: str
    app_secret: str
    access_token: str
    verify_token: str
    callback_url: str
    business_id: str = ""
    recipients: tuple[str, ...] = ()
    state: str = "ok"
    quality: str = "GREEN"
    pin: str = ""
    subscribed: bool = True
    verified: bool = False
    callback_state: str = "waiting"
    blocked: tuple[str, ...] = ()
    service_messages: Mapping[str, int] = field(default_factory=dict)
    charges: Mapping[str, int] = field(default_factory=dict)
    profile: Mapping[str, object] = field(default_factory=dict)

    @property
    def portfolio(self) -> str:
        """BSUIDs are per business portfolio; without one given, every WABA is its own."""
        return self.business_id or self.waba_id

    @property
    def digits(self) -> str:
        return digits_of(self.display_phone_number)


_SECRET = {"app_secret", "access_token", "verify_token", "pin"}
_REQUIRED = ("phone_number_id", "waba_id", "app_secret", "access_token", "verify_token", "callback_url")
_OPTIONAL = ("display_phone_number", "name", "app_id", "business_id", "state", "quality")


def public(account: Account) -> Json:
    """The account without its secrets, for the phone page and for people who look."""
    return {key: value for key, value in asdict(account).items() if key not in _SECRET}


class AccountBook:
    """All accounts, by phone_number_id."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._by_number: dict[str, Account] = {}
        for _, row in journal.rows("account"):
            account = Account(**{**row, "recipients": tuple(row["recipients"]), "blocked": tuple(row["blocked"])})
            self._by_number[account.phone_number_id] = account

    def all(self) -> list[Account]:
        return list(self._by_number.values())

    def get(self, phone_number_id: str) -> Account | None:
        return self._by_number.get(phone_number_id)

    def save(self, account: Account) -> Account:
        self._by_number[account.phone_number_id] = account
        self._journal.put("account", account.phone_number_id, asdict(account))
        return account

    def remove(self, phone_number_id: str) -> None:
        self._by_number.pop(phone_number_id, None)
        self._journal.put("account", phone_number_id, None)

    def declare(self, wanted: Json) -> tuple[Account, bool]:
        """Create or change an account; the second value says whether the callback must be proved again."""
        before = self._by_number.get(str(wanted.get("phone_number_id", "")))
        account = _read_account(wanted, before)
        proof_is_stale = before is None or not before.verified or _callback(before) != _callback(account)
        if proof_is_stale:
            account = replace(account, verified=False, callback_state="waiting")
        return self.save(account), proof_is_stale

    def of_waba(self, waba_id: str) -> list[Account]:
        return [account for account in self._by_number.values() if account.waba_id == waba_id]

    def of_app(self, app_id: str) -> list[Account]:
        return [account for account in self._by_number.values() if app_id and account.app_id == app_id]

    def of_token(self, token: str) -> list[Account]:
        """Accounts a bearer speaks for: its own token, or the app's `{app_id}|{app_secret}`."""
        raw = token.encode()
        return [
            account
            for account in self._by_number.values()
            if hmac.compare_digest(account.access_token.encode(), raw)
            or (account.app_id and hmac.compare_digest(f"{account.app_id}|{account.app_secret}".encode(), raw))
        ]

    def choose(self, phone_number_id: str | None) -> Account:
        """The account a control request means: the one it names, else the only one there is."""
        if phone_number_id:
            account = self._by_number.get(phone_number_id)
            if account is None:
                raise BadRequest(f"no account {phone_number_id}; declare it at POST /control/accounts", status=404)
            return account
        if len(self._by_number) == 1:
            return next(iter(self._by_number.values()))
        known = ", ".join(self._by_number) or "none"
        raise BadRequest(f"say which account (phone_number_id); known: {known}", status=409)


def _callback(account: Account) -> tuple[str, str]:
    return account.callback_url, account.verify_token


def _read_account(wanted: Json, before: Account | None) -> Account:
    texts: dict[str, str] = {}
    for key in (*_REQUIRED, *_OPTIONAL):
        value = wanted.get(key, getattr(before, key, None))
        if value is None and key in _REQUIRED:
            raise BadRequest(f"{key} is missing")
        texts[key] = "" if value is None else str(value)
    defaults = {"state": "ok", "quality": "GREEN", "display_phone_number": texts["phone_number_id"], "name": "Empresa"}
    filled = {**texts, **{key: value for key, value in defaults.items() if not texts[key]}}
    if filled["state"] not in STATES:
        raise BadRequest(f"state must be one of {', '.join(STATES)}")
    recipients = tuple(digits_of(str(one)) for one in wanted.get("recipients", getattr(before, "recipients", ())))
    if before is None:
        return Account(**filled, recipients=recipients)  # type: ignore[arg-type]
    return replace(before, **filled, recipients=recipients)  # type: ignore[arg-type]
