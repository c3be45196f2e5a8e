"""How does the platform speak to WhatsApp through an Evolution API gateway?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import aiohttp

from recado.channels.adapter import Account, AdapterManifest, Held, MediaFile, MediaUnavailable, Pairing
from recado.channels.adapters.evolution import holding, inbound, media, outbound, pairing, sending, signature
from recado.channels.adapters.evolution.gateway import AnswerLost, Gateway, NotConfigured, NotReached, ask, gateway_of
from recado.channels.adapters.evolution.manifest import MANIFEST
from recado.channels.models import (
    Json,
    OutgoingMessage,
    ProviderError,
    Reading,
    Recipient,
    SendFailure,
    SendResult,
)

_OK, _REDIRECT, _REFUSED, _SERVER = 200, 300, 400, 500


class Evolution:
    """The adapter. The session is the installation's one outbound client; what is pure needs none."""

    def __init__(self, session: aiohttp.ClientSession | None = None) -> None:
        self._session = session

    @property
    def manifest(self) -> AdapterManifest:
        return MANIFEST

    def verify(self, raw: bytes, headers: Mapping[bytes, bytes], secrets: tuple[str, ...]) -> int:
        """Compare the header; `raw` is signed by nobody."""
        return signature.verify(headers, secrets)

    def read(self, raw: bytes) -> tuple[Reading, ...]:
        return inbound.read(raw)

    def write(self, message: OutgoingMessage, to: Recipient, token: str) -> Json:
        return outbound.write(message, to, token)

    def explain(self, error: ProviderError) -> SendFailure:
        return sending.explain(error)

    async def deliver(self, account: Account, body: Json) -> SendResult:
        """Make one attempt; a native list that is refused leaves as numbered text, for nobody has seen it."""
        try:
            gateway = gateway_of(account)
        except NotConfigured as error:
            return sending.not_configured(error.code)
        native = sending.native_list(body, account.settings.get("lists", ""))
        try:
            if native is not None:
                url = gateway.url("message", "sendList", gateway.instance)
                answer = await ask(self._client, "POST", url, gateway, json=native)
                if not _REFUSED <= answer.status < _SERVER:
                    return sending.judge_answer(answer)
            url = gateway.url("message", str(body["verb"]), gateway.instance)
            return sending.judge_answer(await ask(self._client, "POST", url, gateway, json=body["body"]))
        except (NotReached, AnswerLost) as error:
            return sending.judge_silence(error)

    async def mark_read(self, account: Account, provider_id: str, *, typing: bool) -> bool:
        """Tick a message. Typing is shown by a call that blocks as long as it shows, so it is not."""
        try:
            gateway = gateway_of(account)
            key = await self._key_of(gateway, provider_id)
            if key is None:
                return False
            url = gateway.url("chat", "markMessageAsRead", gateway.instance)
            answer = await ask(self._client, "POST", url, gateway, json={"readMessages": [key]})
        except (NotConfigured, NotReached, AnswerLost):
            return False
        return _OK <= answer.status < _REDIRECT and answer.json is not None

    async def _key_of(self, gateway: Gateway, provider_id: str) -> Json | None:
        """The key under which the gateway stored a message: to tick it one must know its chat."""
        url = gateway.url("chat", "findMessages", gateway.instance)
        wanted = {"where": {"key": {"id": provider_id}}, "page": 1, "offset": 1}
        told = (await ask(self._client, "POST", url, gateway, json=wanted)).object.get("messages")
        records = told.get("records") if isinstance(told, dict) else told
        for row in records if isinstance(records, list) else ():
            key = row.get("key") if isinstance(row, dict) else None
            if isinstance(key, dict) and key.get("id") == provider_id:
                return {"remoteJid": str(key.get("remoteJid") or ""), "fromMe": False, "id": provider_id}
        return None

    async def fetch_media(self, account: Account, provider_id: str) -> MediaFile:
        return await media.fetch(self._client, account, provider_id)

    def carried_media(self, raw: bytes, provider_id: str) -> MediaFile | None:
        return inbound.carried(raw, provider_id)

    async def upload_media(self, account: Account, file: MediaFile) -> str:
        """There is no upload: bytes travel inside the message."""
        raise MediaUnavailable("no_upload", gone=True)

    async def held(self, account: Account, since: datetime, now: datetime) -> Held | None:
        return await holding.held(self._client, account, since, now)

    async def check(self, account: Account) -> str:
        return await pairing.check(self._client, account)

    async def connect(self, account: Account, *, webhook: str, phone: str) -> Pairing:
        return await pairing.connect(self._client, account, webhook=webhook, phone=phone)

    async def log_out(self, account: Account) -> None:
        await pairing.log_out(self._client, account)

    @property
    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("this adapter was made without a session")
        return self._session
