"""What do organizations and access refuse, and under which code?"""

from __future__ import annotations

from recado.foundation.errors import DomainError, Kind


class WrongCredentials(DomainError):
    """E-mail and password do not open an account: unknown, wrong, disabled or without an organization look the same."""

    kind = Kind.UNAUTHENTICATED
    code = "wrong_credentials"


class TotpRequired(DomainError):
    """The password is right and the account asks for a code; `reason` is `missing` or `wrong` (also: used before)."""

    kind = Kind.UNAUTHENTICATED
    code = "totp_required"


class SessionEnded(DomainError):
    """The token opens nothing: absent, malformed, expired, signed out or disabled look the same."""

    kind = Kind.UNAUTHENTICATED
    code = "session_ended"


class TooManyAttempts(DomainError):
    """Too many failed attempts for this account or from this network; `retry_after_s` tells when to come back."""

    kind = Kind.TOO_MANY
    code = "too_many_attempts"


class SignInBusy(DomainError):
    """More people sign in at this moment than passwords can be verified without slowing messages down."""

    kind = Kind.UNAVAILABLE
    code = "sign_in_busy"


class NotPermitted(DomainError):
    """The role or the key does not include this operation; `permission` names what is missing."""

    kind = Kind.FORBIDDEN
    code = "not_permitted"


class ForeignOrigin(DomainError):
    """A browser sent this from another site's page."""

    kind = Kind.FORBIDDEN
    code = "foreign_origin"


class WeakPassword(DomainError):
    """The password is too easily guessed; `reason` is too_short, too_long, common or personal."""

    kind = Kind.INVALID
    code = "weak_password"


class BadEmail(DomainError):
    """The text is no e-mail address."""

    kind = Kind.INVALID
    code = "bad_email"


class BadSetting(DomainError):
    """A setting of the organization has a value that means nothing; `field` names it."""

    kind = Kind.INVALID
    code = "bad_setting"


class InvitationGone(DomainError):
    """The invitation was used, withdrawn, or is too old; or it never existed."""

    kind = Kind.GONE
    code = "invitation_gone"


class AlreadyMember(DomainError):
    """The e-mail belongs to somebody who is already in this organization."""

    kind = Kind.CONFLICT
    code = "already_member"


class LastAdmin(DomainError):
    """The organization would be left without an administrator who can sign in."""

    kind = Kind.CONFLICT
    code = "last_admin"


class NameTaken(DomainError):
    """Another one of the same kind has this name."""

    kind = Kind.CONFLICT
    code = "name_taken"


class ScopesTooWide(DomainError):
    """A key cannot do more than whoever makes it; `scopes` lists what is too much or unknown."""

    kind = Kind.INVALID
    code = "scopes_too_wide"


class TotpAlreadyOn(DomainError):
    """The second factor is in force; it must be switched off before it is set up anew."""

    kind = Kind.CONFLICT
    code = "totp_already_on"


class GrantNotOpen(DomainError):
    """The grant was already decided, has ended, or ran out."""

    kind = Kind.CONFLICT
    code = "grant_not_open"


class SlugTaken(DomainError):
    """Another organization of the installation has this short name."""

    kind = Kind.CONFLICT
    code = "slug_taken"


class EmailTaken(DomainError):
    """Somebody of the installation already has this e-mail."""

    kind = Kind.CONFLICT
    code = "email_taken"


class BadSecret(DomainError):
    """A secret cannot be kept as it was given. `reason`: `name`, `value`, `origin` (with the `origin`), `origins`."""

    kind = Kind.INVALID
    code = "bad_secret"


class TooManySecrets(DomainError):
    """The organization has as many secrets as it may; `limit` is that many."""

    kind = Kind.CONFLICT
    code = "too_many_secrets"


class TooManyDays(DomainError):
    """The organization has as many days of its own as it may; `limit` is that many."""

    kind = Kind.CONFLICT
    code = "too_many_days"


class BadWebhook(DomainError):
    """An address cannot be told as it was given. `reason`: `url` (with a `detail`), or `facts` (with the unknown ones)."""

    kind = Kind.INVALID
    code = "bad_webhook"


class TooManyWebhooks(DomainError):
    """The organization has as many subscriptions as it may; `limit` is that many."""

    kind = Kind.CONFLICT
    code = "too_many_webhooks"
