"""How does the platform speak to WhatsApp through Meta's Cloud API?"""

from __future__ import annotations

from collections.abc import Mapping

from recado.channels.adapter import AdapterManifest
from recado.channels.adapters.whatsapp_cloud import inbound, signature
from recado.channels.adapters.whatsapp_cloud.manifest import MANIFEST
from recado.channels.models import Reading


class WhatsAppCloud:
    """The adapter object; `verify` and `read` need no network."""

    @property
    def manifest(self) -> AdapterManifest:
        return MANIFEST

    def verify(self, raw: bytes, headers: Mapping[bytes, bytes], secrets: tuple[str, ...]) -> int:
        return signature.verify(raw, headers, secrets)

    def read(self, raw: bytes) -> tuple[Reading, ...]:
        return inbound.read(raw)
