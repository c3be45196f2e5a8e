"""Which adapters are held to the contract, and how does each one's provider sign, say and answer?

A new adapter adds one `Subject` to `SUBJECTS`; an adapter folder without one fails the suite.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import aiohttp

from recado.channels.adapter import Account, Adapter
from recado.channels.adapters.evolution.adapter import Evolution
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.channels.models import Recipient
from tests.channels.evolution import wire as evolution
from tests.channels.evolution.catalogue import all_cases as evolution_cases
from tests.channels.whatsapp_cloud.catalogue import all_cases
from tests.channels.whatsapp_cloud.provider import account, http


@dataclass(frozen=True)
class Subject:
    """An adapter and what its provider does, in bytes.

    `deliveries` are bodies that must be readable; `accepted`, `refused` and `broken` are whole HTTP answers to a send;
    `provider_id` is the id that `accepted` gives.
    """

    name: str
    make: Callable[[aiohttp.ClientSession | None], Adapter]
    sign: Callable[[bytes, str], Mapping[bytes, bytes]]
    account: Callable[[str], Account]
    recipient: Recipient
    deliveries: tuple[bytes, ...]
    accepted: bytes
    provider_id: str
    refused: bytes
    broken: bytes
    signs_body: bool = True
    """False where the provider sends a shared secret: whoever has it may say anything."""


def _sign_cloud(raw: bytes, secret: str) -> Mapping[bytes, bytes]:
    digest = hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return {b"x-hub-signature-256": f"sha256={digest}".encode()}


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        name="whatsapp_cloud",
        make=WhatsAppCloud,
        sign=_sign_cloud,
        account=account,
        recipient=Recipient(wa_id="5511988887777", bsuid="BR.7000000000000000001"),
        deliveries=tuple(case.body for case in all_cases()),
        accepted=http({"messages": [{"id": "wamid.OUT1"}], "contacts": [{"wa_id": "5511988887777"}]}),
        provider_id="wamid.OUT1",
        refused=http({"error": {"code": 131009, "message": "(#131009)"}}, 400),
        broken=http(b"<html>", 502, kind="text/html"),
    ),
    Subject(
        name="evolution",
        make=Evolution,
        sign=lambda _, secret: {b"x-recado-secret": secret.encode()},
        account=evolution.account,
        recipient=Recipient(wa_id="5511990000001", bsuid="123456789012345@lid"),
        deliveries=tuple(case.body for case in evolution_cases()),
        accepted=http({"key": {"remoteJid": "5511990000001@s.whatsapp.net", "fromMe": True, "id": "3EB0OUT1"}}, 201),
        provider_id="3EB0OUT1",
        refused=http({"status": 400, "error": "Bad Request", "response": {"message": [["text is required"]]}}, 400),
        broken=http(b"<html>", 502, kind="text/html"),
        signs_body=False,
    ),
)
