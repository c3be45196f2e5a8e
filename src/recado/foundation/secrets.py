"""How are secrets kept: one master key outside the database, everything else derived from it or sealed with it?"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = b"\x01"
_NONCE = 12
_KEY = 32


class MasterKeyMissing(Exception):
    """There is no usable master key; the process must not start, for there is no plain-text fallback."""


class SealBroken(Exception):
    """A sealed value was changed, moved to another row, or sealed with another key."""


class MasterKey:
    """32 bytes from which every other key is derived. Never printed, never stored beside what it seals."""

    def __init__(self, key: bytes) -> None:
        if len(key) != _KEY:
            raise MasterKeyMissing("a chave mestra precisa ter 32 bytes (64 dígitos hexadecimais)")
        self._key = key

    def __repr__(self) -> str:
        return "MasterKey(…)"

    def derive(self, purpose: str) -> bytes:
        """Return 32 bytes for `purpose`; the same purpose gives the same bytes (HMAC-SHA-256)."""
        return hmac.new(self._key, purpose.encode(), hashlib.sha256).digest()

    def seal(self, clear: bytes, *, context: str) -> bytes:
        """Encrypt with AES-256-GCM under a fresh random nonce; `context` (table, column, row) is bound to the result."""
        nonce = os.urandom(_NONCE)
        return _VERSION + nonce + AESGCM(self.derive("seal/1")).encrypt(nonce, clear, context.encode())

    def open(self, sealed: bytes, *, context: str) -> bytes:
        """Decrypt what `seal` gave for the same context; raise `SealBroken` otherwise."""
        if sealed[:1] != _VERSION:
            raise SealBroken("unknown seal version")
        nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        try:
            return AESGCM(self.derive("seal/1")).decrypt(nonce, body, context.encode())
        except InvalidTag:
            raise SealBroken("sealed value does not belong here") from None

    def token(self, value: bytes) -> str:
        """Return 32 hex digits that only this installation can compute for `value`."""
        return hmac.new(self.derive("token/1"), value, hashlib.sha256).hexdigest()[:32]


def load_master_key(hexadecimal: str, home: Path) -> MasterKey:
    """Read the key from the setting, else from `master.key` in `home`, which is made (mode 0600) where it is absent.

    Raises `MasterKeyMissing` where either cannot be read as 32 bytes.
    """
    if not hexadecimal:
        path = home / "master.key"
        if not path.exists():
            home.mkdir(parents=True, exist_ok=True)
            _write_once(path, os.urandom(_KEY).hex())
        hexadecimal = path.read_text(encoding="ascii").strip()
    try:
        return MasterKey(bytes.fromhex(hexadecimal))
    except ValueError:
        raise MasterKeyMissing("a chave mestra precisa ser hexadecimal") from None


def token_hash(token: str) -> bytes:
    """Return the SHA-256 of a random token, the form in which tokens are stored and looked up."""
    return hashlib.sha256(token.encode()).digest()


def _write_once(path: Path, text: str) -> None:
    """Write through a link, so that of two processes that start together one wins and neither reads half a key."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
