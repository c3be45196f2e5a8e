"""What is refused about files?"""

from __future__ import annotations

from typing import ClassVar

from recado.foundation.errors import DomainError, Kind, NotFound


class MediaNotFound(NotFound):
    """No file of this organization that the caller may see has that id."""

    code: ClassVar[str] = "media_not_found"


class MediaNotWanted(DomainError):
    """Nothing to fetch: the file is here already, is being fetched, or the provider never had it."""

    kind = Kind.CONFLICT
    code = "media_not_wanted"


class MediaPending(DomainError):
    """The file is still with the provider; it is fetched in the background."""

    kind = Kind.CONFLICT
    code = "media_pending"


class MediaGone(DomainError):
    """The file cannot be had any more. `reason` is the provider's code, or one of ours."""

    kind = Kind.GONE
    code = "media_gone"


class UnsupportedMedia(DomainError):
    """The channel takes no files of this type. `mime_type` is what the bytes are."""

    code = "unsupported_media"


class EmptyFile(DomainError):
    """The file has no bytes."""

    code = "empty_file"


class UploadBrokenOff(DomainError):
    """The file stopped arriving before its end."""

    code = "upload_broken_off"
