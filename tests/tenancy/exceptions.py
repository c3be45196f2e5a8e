"""Which tables, policies and functions may differ from the house's tenancy, and why?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_PERSON = "belongs to a person of the installation; no login role has a right on it, only definer functions reach it"
_QUEUE = "the queue of background jobs: ids and nothing that a person said; a worker asks for all organizations at once"


@dataclass(frozen=True, slots=True)
class Outside:
    """Why a table belongs to no organization; `closed` ones have forced row-level security all the same."""

    reason: str
    closed: bool = False


WITHOUT_ORGANIZATION: Mapping[str, Outside] = {
    "alembic_version": Outside("one row, the revision of the schema"),
    "users": Outside(_PERSON, closed=True),
    "recovery_codes": Outside(_PERSON, closed=True),
    "user_sessions": Outside(f"{_PERSON}; its organization is null for somebody of the platform", closed=True),
    "refresh_tokens": Outside(_PERSON, closed=True),
    "known_devices": Outside(_PERSON, closed=True),
    "attempt_windows": Outside("keyed hashes of addresses and networks that tried to sign in", closed=True),
    "inbox_partitions": Outside("64 numbers to lock"),
    "quarantined_deliveries": Outside("deliveries for accounts that nobody has; intake adds, nobody reads"),
    "pgqueuer": Outside(_QUEUE),
    "pgqueuer_log": Outside(_QUEUE),
    "pgqueuer_statistics": Outside(_QUEUE),
    "job_attempts": Outside(_QUEUE),
    "metric_totals": Outside("sums over the whole installation; no organization stands in a name or label"),
}

_LOOKUP = ("recado_lookup",)
_CLOSED = "the one way to a closed table: definer functions that answer for one e-mail, session or key at a time"
_COUNT = "figures of the whole installation: numbers only, and the role may read no column but those that are counted"
_FIND = "from a token, key or slug to its organization, before one is known"

EXTRA_POLICIES: Mapping[tuple[str, str, str, tuple[str, ...]], str] = {
    **{
        (table, "lookup", "ALL", _LOOKUP): _CLOSED
        for table in ("users", "recovery_codes", "user_sessions", "refresh_tokens", "known_devices", "attempt_windows")
    },
    **{
        (table, "lookup", "SELECT", _LOOKUP): _FIND
        for table in (
            "organizations",
            "channels",
            "members",
            "team_members",
            "invitations",
            "api_keys",
            "access_grants",
        )
    },
    **{
        (table, "lookup", "SELECT", _LOOKUP): _COUNT
        for table in ("inbox", "outbox", "dead_letters", "conversations", "messages", "handoffs", "sessions")
    },
    ("audit_unsealed", "lookup", "SELECT", _LOOKUP): "which organizations have entries that wait for their seal",
    ("audit_unsealed", "lookup_await", "INSERT", _LOOKUP): "the trigger that notes an entry for the sealer",
    ("parked_statuses", "lookup", "SELECT", _LOOKUP): "which organizations have statuses that wait for their message",
    (
        "timers",
        "lookup",
        "SELECT",
        _LOOKUP,
    ): "which organizations have something due; the role may read no other column",
    (
        "template_syncs",
        "lookup",
        "SELECT",
        _LOOKUP,
    ): "whose listing of templates is old; the role reads moments, no names",
    ("members", "lookup_rename", "UPDATE", _LOOKUP): "a person renames themself in every organization of theirs",
    ("inbox", "workers", "ALL", ("recado_worker",)): "one claim reads the inputs of all organizations",
    ("outbox", "workers", "ALL", ("recado_worker",)): "one claim reads the messages of all organizations",
    ("inbox", "intake", "INSERT", ("recado_intake",)): "a delivery may hold several organizations' messages",
    ("deliveries", "intake", "INSERT", ("recado_intake",)): "a delivery may hold several organizations' messages",
}

GLOBALLY_UNIQUE: Mapping[tuple[str, str], str] = {
    ("organizations", "organizations_pkey"): "the organization itself",
    ("organizations", "organizations_slug_key"): "an address for all to see; only its maker learns that it is taken",
}

GLOBAL_PARENTS: Mapping[tuple[str, str], str] = {
    ("members", "users"): "a member is a person of the installation, whose id is random",
    ("access_grants", "users"): "somebody of the platform, whose id is random",
}

FREE_WORDS: Mapping[tuple[str, str], str] = {
    ("sessions", "state"): "everything a flow remembers, as JSON; its step is `status`",
    ("asks", "kind"): "the word of the node type that asks; node types are plugins, and each brings its own",
    ("templates", "status"): "the provider's word, and it makes new ones",
    ("parked_statuses", "status"): "the provider's word, kept until the message it is about is known",
}

TRIGGERS = frozenset(
    {("audit_entries", "await_seal")}
    | {("contacts", "words_noted"), ("contacts", "words_renoted")}
    | {("conversations", name) for name in ("tally_opened", "tally_moved", "tally_gone", "keep_legacy_state")}
)


@dataclass(frozen=True, slots=True)
class Definer:
    """Which login roles may call the function."""

    callers: tuple[str, ...]


_APP, _WORKER = Definer(("recado_app",)), Definer(("recado_worker",))

DEFINERS: Mapping[str, Definer] = {
    "await_seal": Definer(()),
    "find_channels": Definer(("recado_app", "recado_worker", "recado_intake")),
    "list_organizations": _WORKER,
    "find_unsealed_organizations": _WORKER,
    "organizations_with_parked_statuses": _WORKER,
    "organizations_with_due_timers": _WORKER,
    "forget_old_access": _WORKER,
    "list_channels_to_check": _WORKER,
    "list_connections_to_check": _WORKER,
    "list_channels_to_sync": _WORKER,
    "organizations_with_late_handoffs": _WORKER,
    "count_lanes": _APP,
    "count_desk": _APP,
    **dict.fromkeys(
        (
            "find_sign_in", "find_user", "create_user", "set_password", "set_user_disabled", "rename_user", "count_attempt",
            "refund_attempt", "remember_device", "begin_totp", "confirm_totp", "drop_totp", "use_totp_step",
            "use_recovery_code", "find_memberships", "start_session", "check_session", "lock_refresh", "rotate_refresh",
            "end_session", "end_user_sessions", "end_member_sessions", "list_user_sessions", "find_invitation",
            "find_api_key", "find_organization", "list_own_grants",
        ),
        _APP,
    ),
}  # fmt: skip
"""Functions that see past the policies, each for one question."""

INVOKERS: Mapping[str, str] = {
    "keep_legacy_state": "a trigger that changes the row at hand alone; it reads nothing",
    "words_of": "words of a text; it reads nothing",
    "note_words": "a trigger that runs as whoever names a person, under the same policy",
    "quarter_of": "arithmetic on a moment; it reads nothing",
    "tally_opened": "a trigger that runs as whoever changes a conversation, under the same policy",
    "tally_moved": "a trigger that runs as whoever changes a conversation, under the same policy",
}
"""Functions that see what their caller sees and nothing more."""
