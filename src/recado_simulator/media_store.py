"""Which files does the provider keep, for whom and until when?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from recado_simulator.encoding import new_id
from recado_simulator.journal import Journal

UPLOADED_S = 30 * 86400
RECEIVED_S = 7 * 86400
LINK_S = 5 * 60
MEGABYTE = 1024 * 1024
# Largest accepted, by kind of message; the provider's table of supported media.
MOST_BYTES = {
    "image": 5 * MEGABYTE,
    "video": 16 * MEGABYTE,
    "audio": 16 * MEGABYTE,
    "document": 100 * MEGABYTE,
    "sticker": MEGABYTE // 2,
}
TYPES = {
    "image": ("image/jpeg", "image/png"),
    "video": ("video/mp4", "video/3gpp", "video/3gp"),
    "audio": ("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    "sticker": ("image/webp",),
}


@dataclass(frozen=True, slots=True)
class Media:
    """A kept file; `account` owns it, `expires_at` is the provider's time."""

    id: str
    account: str
    mime_type: str
    sha256: str
    size: int
    expires_at: float
    filename: str = ""
    received: bool = False


class MediaStore:
    """Files on disk under their id, descriptions in the journal."""

    def __init__(self, journal: Journal, folder: Path, now: Callable[[], float]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._journal = journal
        self._folder = folder
        self._now = now
        self._media = {key: Media(**row) for key, row in journal.rows("media")}

    def keep(self, raw: bytes, *, account: str, mime_type: str, filename: str = "", received: bool = False) -> Media:
        """Keep bytes 30 days when a business uploaded them, 7 when a person sent them."""
        media = Media(
            id=new_id(),
            account=account,
            mime_type=mime_type,
            sha256=hashlib.sha256(raw).hexdigest(),
            size=len(raw),
            expires_at=self._now() + (RECEIVED_S if received else UPLOADED_S),
            filename=filename,
            received=received,
        )
        (self._folder / media.id).write_bytes(raw)
        self._media[media.id] = media
        self._journal.put("media", media.id, asdict(media))
        return media

    def get(self, media_id: str) -> Media | None:
        """The file unless it has expired; people's own phones keep theirs, see `bytes_of`."""
        media = self._media.get(media_id)
        return media if media is not None and self._now() < media.expires_at else None

    def described(self, media_id: str) -> Media | None:
        return self._media.get(media_id)

    def path_of(self, media: Media) -> Path:
        return self._folder / media.id

    def bytes_of(self, media: Media) -> bytes:
        return self.path_of(media).read_bytes()

    def drop(self, media_id: str) -> None:
        self._media.pop(media_id, None)
        (self._folder / media_id).unlink(missing_ok=True)
        self._journal.put("media", media_id, None)

    def clear(self) -> None:
        for media_id in list(self._media):
            (self._folder / media_id).unlink(missing_ok=True)
        self._media = {}


def kind_of(mime_type: str) -> str:
    """image, video, audio or sticker; anything else travels as a document."""
    bare = mime_type.split(";", maxsplit=1)[0].strip().lower()
    return next((kind for kind, types in TYPES.items() if bare in types), "document")
