"""Which shapes do files have on the wire?"""

from __future__ import annotations

from uuid import UUID

from pydantic import BaseModel


class UploadedMedia(BaseModel):
    """A file that has arrived and may go with a message. `mime_type` is what its bytes are; `size` in bytes."""

    media_id: UUID
    mime_type: str
    size: int
