"""Is this an e-mail address, and which spellings of it are the same one?"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from recado.organizations.errors import BadEmail

_LONGEST = 254  # RFC 5321, path limit
_FORM = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")


def read_email(text: str) -> str:
    """Return the one spelling under which the address is kept: lower case, NFKC, the domain in ASCII.

    Raises `BadEmail` where it is none.
    """
    plain = unicodedata.normalize("NFKC", text.strip()).lower()
    local, at, domain = plain.rpartition("@")
    try:
        plain = f"{local}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        raise BadEmail from None
    hidden = any(unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Zs"} for char in plain)
    if hidden or len(plain) > _LONGEST or not _FORM.fullmatch(plain):
        raise BadEmail
    return plain


def attempt_email(text: str) -> str:
    """Return the spelling under which an attempt to sign in is looked up and counted.

    What is no address gets a name of its own that no account can have, so that nonsense takes the same steps as the rest.
    """
    try:
        return read_email(text)
    except BadEmail:
        return "?" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
